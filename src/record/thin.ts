/** Fewer points, same picture: what a chart of a long run draws. */
import type { Curve } from './curve';

/**
 * Indices, ascending, of at most `limit` points that keep the first, the last, and the smallest and largest value of
 * every stretch - so no spike is lost (min-max decimation; Jugel et al. 2014, "M4").
 * @throws RangeError when `limit` < 4: two ends and two extremes are the least that can be promised.
 */
export function thinIndices(values: ArrayLike<number>, limit: number): readonly number[] {
  if (!Number.isInteger(limit) || limit < 4) throw new RangeError(`cannot thin to ${limit} points, 4 are the least`);
  const count = values.length;
  if (count <= limit) return Array.from({ length: count }, (_, index) => index);
  const stretches = Math.floor((limit - 2) / 2);
  const kept = new Set([0, count - 1]);
  for (let stretch = 0; stretch < stretches; stretch++) {
    const start = 1 + Math.floor((stretch * (count - 2)) / stretches);
    const end = 1 + Math.floor(((stretch + 1) * (count - 2)) / stretches);
    const extremes = extremesBetween(values, start, end);
    kept.add(extremes.lowest).add(extremes.highest);
  }
  return [...kept].sort((a, b) => a - b);
}

/** A curve with at most `limit` points, chosen by its mean. */
export function thinCurve(curve: Curve, limit: number): Curve {
  if (curve.steps.length <= limit) return curve;
  const kept = thinIndices(curve.mean, limit);
  return {
    steps: pick(curve.steps, kept),
    mean: pick(curve.mean, kept),
    low: curve.low && pick(curve.low, kept),
    high: curve.high && pick(curve.high, kept),
  };
}

/** `limit` evenly spread entries of a list, first and last among them (all, when there are no more). */
export function thinList<Item>(list: readonly Item[], limit: number): readonly Item[] {
  if (!Number.isInteger(limit) || limit < 2) throw new RangeError(`cannot thin to ${limit} entries, 2 are the least`);
  if (list.length <= limit) return list;
  const kept = new Set(Array.from({ length: limit }, (_, i) => Math.round((i * (list.length - 1)) / (limit - 1))));
  return list.filter((_, index) => kept.has(index));
}

function extremesBetween(values: ArrayLike<number>, start: number, end: number): { lowest: number; highest: number } {
  let lowest = start;
  let highest = start;
  for (let index = start; index < end; index++) {
    const value = values[index] ?? Number.NaN;
    if (value < (values[lowest] ?? Number.NaN)) lowest = index;
    if (value > (values[highest] ?? Number.NaN)) highest = index;
  }
  return { lowest, highest };
}

function pick(values: readonly number[], indices: readonly number[]): readonly number[] {
  return indices.flatMap((index) => values[index] ?? []);
}
