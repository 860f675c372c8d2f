import { bestLambda, risk, type Risk, type TwoLinearTasks } from './shrinkage';

/** Places of the horizontal axis: the shrinkage grows evenly from alone (left, 0) to hard (right, 1). */
const PLACES = 60;

/** lambda at a place 0 .. 1 of the axis: the difference is pulled together by exactly that share (1 - s). */
export function lambdaAt(place: number): number {
  return place >= 1 ? Infinity : place / (2 * (1 - place));
}

/** The inverse: how much of the difference is gone, 1 - s. */
export function placeOf(lambda: number): number {
  return Number.isFinite(lambda) ? (2 * lambda) / (1 + 2 * lambda) : 1;
}

export interface RiskCurves {
  readonly points: readonly (Risk & { readonly place: number })[];
  /** Largest total over the axis. */
  readonly top: number;
  readonly best: { readonly place: number; readonly total: number };
}

export function riskCurves(tasks: TwoLinearTasks): RiskCurves {
  const points = Array.from({ length: PLACES + 1 }, (_, index) => {
    const place = index / PLACES;
    return { place, ...risk(tasks, lambdaAt(place)) };
  });
  const best = bestLambda(tasks);
  return {
    points,
    top: Math.max(...points.map((point) => point.total)),
    best: { place: placeOf(best), total: risk(tasks, best).total },
  };
}
