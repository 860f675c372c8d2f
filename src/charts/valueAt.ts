import type { CurvePoints } from './curveSeries';
import { nearestIndex } from './nearestIndex';

/** A curve's mean at the step nearest to `step` (`null` = its newest); `null` when it is empty. */
export function valueAt(
  curve: CurvePoints,
  step: number | null,
): { readonly step: number; readonly value: number } | null {
  const index = step === null ? curve.steps.length - 1 : nearestIndex(curve.steps, step);
  const [value, shown] = [curve.mean[index], curve.steps[index]];
  return value === undefined || shown === undefined ? null : { step: shown, value };
}
