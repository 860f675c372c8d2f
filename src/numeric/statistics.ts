/** Summaries over seeds. Plain double arithmetic; no draw, no state. */
import { tQuantile975 } from './tQuantile';

export { tQuantile975 } from './tQuantile';

/** @throws RangeError when there are no values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values to average');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation (denominator n - 1), two-pass. @throws RangeError for fewer than two values. */
export function sampleStd(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('a spread needs two values');
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

export interface MeanInterval {
  readonly mean: number;
  /** Half width of the 95 % Student t interval; Infinity for a single value, which says nothing about its spread. */
  readonly halfWidth: number;
  readonly n: number;
}

/** mean +- t(.975, n-1) s / sqrt(n). @throws RangeError when there are no values. */
export function meanInterval(values: readonly number[]): MeanInterval {
  const n = values.length;
  const halfWidth = n < 2 ? Infinity : (tQuantile975(n - 1) * sampleStd(values)) / Math.sqrt(n);
  return { mean: mean(values), halfWidth, n };
}

export interface Wins {
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
}

/** How often the first of a pair is larger (a win), smaller, or equal. @throws RangeError for lists of unequal length. */
export function wins(a: readonly number[], b: readonly number[]): Wins {
  if (a.length !== b.length) throw new RangeError(`pairs need equal lengths, got ${a.length} and ${b.length}`);
  const signs = a.map((value, i) => Math.sign(value - (b[i] ?? NaN)));
  const count = (sign: number) => signs.filter((s) => s === sign).length;
  return { wins: count(1), losses: count(-1), ties: count(0) };
}

/**
 * Two-sided p value of the sign test: the chance that fair coins are at least as one-sided as `wins` to `losses`
 * (ties are left out before). 5 : 0 gives .0625, 15 : 5 gives .041.
 * @throws RangeError when a count is not a whole number from 0.
 */
export function signTestP(wins: number, losses: number): number {
  for (const count of [wins, losses]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`a count is a whole number from 0, got ${count}`);
  }
  const n = wins + losses;
  const few = Math.min(wins, losses);
  // Binomial terms relative to the largest one, so that nothing under- or overflows for any n.
  const middle = Math.floor(n / 2);
  let term = 1;
  let total = 1;
  let tail = few >= middle ? 1 : 0;
  for (let k = middle; k > 0; k--) {
    term *= k / (n - k + 1);
    total += term;
    if (k - 1 <= few) tail += term;
  }
  term = 1;
  for (let k = middle; k < n; k++) {
    term *= (n - k) / (k + 1);
    total += term;
  }
  return Math.min(1, (2 * tail) / total);
}

/**
 * Sample quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the default of R and NumPy).
 * @throws RangeError when there are no values or a probability lies outside 0 .. 1.
 */
export function quantiles(values: readonly number[], probabilities: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('no values to take quantiles of');
  const sorted = [...values].sort((a, b) => a - b);
  return probabilities.map((p) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in 0 .. 1, got ${p}`);
    const position = p * (sorted.length - 1);
    const below = Math.floor(position);
    const low = sorted[below] ?? NaN;
    const high = sorted[Math.ceil(position)] ?? NaN;
    return low === high ? low : low + (position - below) * (high - low);
  });
}
