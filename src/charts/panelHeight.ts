/** Small text size that heights in props are meant for. */
const USUAL_TEXT = 14;

/** A height given for usual text, grown with the text of the theme: a projector's panels are as much larger as its words. */
export function panelHeight(height: number, fontSize: number): number {
  return Math.round(height * Math.max(1, fontSize / USUAL_TEXT));
}
