import { meanInterval } from '../../numeric/statistics';

/** One number per seed, summed up. */
export interface SeedSummary {
  readonly mean: number;
  /** Half width of the 95 % t interval; `null` with fewer than two seeds. */
  readonly halfWidth: number | null;
  readonly n: number;
}

/** Mean over seeds with its 95 % interval. @throws RangeError when there are no values. */
export function seedSummary(values: readonly number[]): SeedSummary {
  const { mean, halfWidth, n } = meanInterval(values);
  return { mean, halfWidth: n < 2 ? null : halfWidth, n };
}

/** Summary of a - b, paired by seed. @throws RangeError for lists of unequal length, or empty ones. */
export function pairedSummary(a: readonly number[], b: readonly number[]): SeedSummary {
  if (a.length !== b.length) throw new RangeError(`cannot pair ${a.length} values with ${b.length}`);
  return seedSummary(a.map((value, seed) => value - (b[seed] ?? Number.NaN)));
}
