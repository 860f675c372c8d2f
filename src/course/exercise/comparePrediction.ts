import type { SliceShape } from '../measure/slice';
import { drawnShape, measuredShape, type CurveShape, type MeasuredShape } from './curveShape';

export interface Comparison {
  readonly drawn: CurveShape | null;
  readonly measured: MeasuredShape | null;
  /** `undecided`: the seeds decide no shape, or nothing was drawn - then nobody is right or wrong. */
  readonly outcome: 'right' | 'wrong' | 'undecided';
  /** Place on the axis of the drawn top, `null` without a drawing. */
  readonly drawnTop: number | null;
}

/** Holds a drawn gain curve against the measured slice: by shape, which is what the seeds can decide. */
export function comparePrediction(
  curve: readonly (number | null)[],
  range: readonly [number, number],
  shape: SliceShape,
): Comparison {
  const drawn = drawnShape(curve, range[1] - range[0]);
  const measured = measuredShape(shape);
  const values = curve.map((value) => value ?? Number.NEGATIVE_INFINITY);
  const top = drawn === null ? null : values.indexOf(Math.max(...values));
  if (drawn === null || measured === null) return { drawn, measured, outcome: 'undecided', drawnTop: top };
  return { drawn, measured, outcome: drawn === measured ? 'right' : 'wrong', drawnTop: top };
}
