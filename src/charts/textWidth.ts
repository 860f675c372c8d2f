/** Rough width of a text in pixels, for laying out labels before they are drawn: CJK is a full em, Latin a bit over half. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text)
    ems += /[\u2e80-\uffef]/.test(character) ? 1 : /[il.,'|  −]/.test(character) ? 0.36 : 0.58;
  return ems * fontSize;
}
