import type { CurvePoints } from './curveSeries';

/** Ends the axis may have; it only ever grows while a run fills it, so that bars do not shrink when nothing shrank. */
const ENDS = [0.1, 0.2, 0.5, 1, 1.5, 2];

/** End of a relative-distance axis: the next round end above everything seen so far. */
export function distanceLimit(curves: readonly CurvePoints[]): number {
  let highest = 0;
  for (const { mean } of curves) for (let i = 0; i < mean.length; i += 1) highest = Math.max(highest, mean[i] ?? 0);
  return ENDS.find((end) => end >= highest * 1.02) ?? 2;
}
