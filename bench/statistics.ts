/** What is said of repeated measurements: the middle, the quartiles around it, and ratios of middles. */

/** Linear interpolation between order statistics (type 7 of Hyndman & Fan 1996). NaN when there are no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * Ratio of medians, and the quartiles of the ratios block by block: neighbours in time, so that a machine that slows
 * down for a while disturbs both sides alike.
 */
export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/** @param factor units of one side in units of the other */
export function ratioOf(over: readonly number[], under: readonly number[], factor = 1): Ratio {
  const paired = over.slice(0, under.length).map((value, block) => (factor * value) / (under[block] ?? NaN));
  return {
    ratio: (factor * median(over)) / median(under),
    low: quantile(paired, 0.25),
    high: quantile(paired, 0.75),
  };
}
