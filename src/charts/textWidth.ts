/**
 * Rough width of a text in pixels, for laying out labels before they are drawn. Rather too wide than too narrow: a label
 * that is given too little room loses its sign.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * fontSize;
}

/** CJK is a full em, signs and per cent nearly one in wide system fonts, Latin a bit over half. */
function widthOf(character: string): number {
  if (/[\u2e80-\uffef]/.test(character)) return 1;
  if (/[%+\u2212=λ°±]/.test(character)) return 0.86;
  return /[il.,'| ]/.test(character) ? 0.36 : 0.58;
}
