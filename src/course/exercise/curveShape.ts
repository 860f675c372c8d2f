import type { SliceShape } from '../measure/slice';

/** Shape of a gain-against-lambda curve, from alone (left) to hard (right). */
export type CurveShape = 'rises' | 'hump' | 'falls' | 'flat';

/** Seeds can show three of them; that nothing at all happens is never shown, only not refuted. */
export type MeasuredShape = Exclude<CurveShape, 'flat'>;

/** Differences below this share of the drawing range are a trembling hand, not an opinion. */
const TREMOR = 0.05;

/**
 * What a student drew. Ends are the first and last drawn values; a hump must stand clear of both.
 * `null` when fewer than three places are drawn: too little to have a shape.
 * @param range height of the drawing area in units of gain
 */
export function drawnShape(curve: readonly (number | null)[], range: number): CurveShape | null {
  const drawn = curve.filter((value): value is number => value !== null);
  const first = drawn[0];
  const last = drawn.at(-1);
  if (first === undefined || last === undefined || drawn.length < 3) return null;
  const clear = TREMOR * range;
  const top = Math.max(...drawn);
  if (top - first > clear && top - last > clear) return 'hump';
  if (last - first > clear) return 'rises';
  if (first - last > clear) return 'falls';
  return 'flat';
}

/** The same words for what was measured; `null` = the seeds do not decide it. */
export function measuredShape(shape: SliceShape): MeasuredShape | null {
  switch (shape) {
    case 'share-all':
      return 'rises';
    case 'share-some':
      return 'hump';
    case 'share-none':
      return 'falls';
    case 'undecided':
      return null;
  }
}
