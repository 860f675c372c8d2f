import type { CurvePoints } from '../curveSeries';

export interface Hill {
  readonly first: number;
  readonly last: number;
  /** Highest value, and where it is. */
  readonly top: number;
  readonly at: number;
}

/** Both ends of a curve and its highest point; `null` for a curve of fewer than two values. */
export function hill({ steps, mean }: Pick<CurvePoints, 'steps' | 'mean'>): Hill | null {
  const [first, last] = [mean[0], mean[mean.length - 1]];
  if (first === undefined || last === undefined || mean.length < 2) return null;
  let best = 0;
  for (let i = 1; i < mean.length; i += 1) if ((mean[i] ?? 0) > (mean[best] ?? 0)) best = i;
  return { first, last, top: mean[best] ?? NaN, at: steps[best] ?? NaN };
}
