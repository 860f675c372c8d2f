/** Where a tip goes: under its word, above it when there is no room below, never outside the window. Pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 8;
const EDGE = 8;

export function tipPlace(
  word: Box,
  tip: Pick<Box, 'width' | 'height'>,
  view: Pick<Box, 'width' | 'height'>,
): { readonly left: number; readonly top: number } {
  const below = word.top + word.height + GAP;
  const above = word.top - GAP - tip.height;
  const fitsBelow = below + tip.height <= view.height - EDGE;
  const top = fitsBelow || above < EDGE ? below : above;
  const left = Math.min(word.left, view.width - EDGE - tip.width);
  return { left: Math.max(EDGE, left), top };
}
