/** The vertical range of a loss chart: honest (from 0 where the curves come near it) and steady while a run fills it. */
import type { CurvePoints } from './curveSeries';
import type { ScaleKind } from './plotScale';

/** Bands may widen the range up to this factor beyond the curves; wider ones are cut, so that curves stay readable. */
const BAND_ROOM = 1.4;

export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** Smallest and largest finite mean, and band edge; `positive` looks at values > 0 only. `null` = nothing there. */
export function curveExtent(curves: readonly CurvePoints[], positive = false): Extent | null {
  let [low, high, bandLow, bandHigh] = [Infinity, -Infinity, Infinity, -Infinity];
  const counts = (value: number): boolean => Number.isFinite(value) && (!positive || value > 0);
  for (const curve of curves) {
    for (let i = 0; i < curve.steps.length; i += 1) {
      const mean = curve.mean[i] ?? Number.NaN;
      if (!counts(mean)) continue;
      if (mean < low) low = mean;
      if (mean > high) high = mean;
      const [a, b] = [curve.low?.[i] ?? mean, curve.high?.[i] ?? mean];
      if (counts(a) && a < bandLow) bandLow = a;
      if (counts(b) && b > bandHigh) bandHigh = b;
    }
  }
  if (low > high) return null;
  return positive
    ? { low: Math.max(bandLow, low / BAND_ROOM), high: Math.min(bandHigh, high * BAND_ROOM) }
    : {
        low: Math.max(bandLow, low - (BAND_ROOM - 1) * Math.abs(low)),
        high: Math.min(bandHigh, high + (BAND_ROOM - 1) * Math.abs(high)),
      };
}

/** Domain for the curves; a harmless default when there is nothing yet. */
export function lossDomain(curves: readonly CurvePoints[], kind: ScaleKind): readonly [number, number] {
  const extent = curveExtent(curves, kind === 'log');
  if (extent === null) return kind === 'log' ? [0.1, 1] : [0, 1];
  const { low, high } = extent;
  if (kind === 'log') return high > low * 1.2 ? [low / 1.05, high * 1.05] : [low / 2, high * 2];
  if (low >= 0 && low < 0.6 * high) return [0, high * 1.04];
  const room = high > low ? (high - low) * 0.06 : Math.max(Math.abs(high) * 0.1, 1e-6);
  return [low - room, high + room];
}

/** How many values a log scale cannot show. */
export function hiddenOnLog(curves: readonly CurvePoints[]): number {
  let hidden = 0;
  for (const { mean } of curves) for (let i = 0; i < mean.length; i += 1) if ((mean[i] ?? 1) <= 0) hidden += 1;
  return hidden;
}
