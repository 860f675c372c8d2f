/**
 * Means of rows (a "soup", Wortsman et al. 2022; model-soups `main.py`): sum_t w_t theta_t with sum_t w_t = 1.
 * All methods here return doubles; whoever stores them rounds once.
 */
import type { Row } from './towerShape';

/** The number of columns that all rows have. @throws RangeError when there are no rows or they differ in length. */
export function commonLength(rows: readonly Row[]): number {
  const length = rows[0]?.length;
  if (length === undefined) throw new RangeError('no rows to fuse');
  if (rows.some((row) => row.length !== length)) throw new RangeError('rows of unequal length');
  return length;
}

/**
 * The weighted mean; weights are divided by their sum. Summed as differences from the first row, so equal rows give
 * exactly that row.
 * @throws RangeError when rows and weights do not match, a weight is negative, or all are zero.
 */
export function weightedMean(rows: readonly Row[], weights: readonly number[]): Float64Array {
  const length = commonLength(rows);
  if (weights.length !== rows.length) throw new RangeError(`${weights.length} weights for ${rows.length} rows`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0) || weights.some((weight) => weight < 0)) throw new RangeError('weights must be >= 0, and one > 0');
  return Float64Array.from({ length }, (_, column) => {
    const first = rows[0]?.[column] ?? 0;
    let sum = 0;
    rows.forEach((row, t) => (sum += (weights[t] ?? 0) * ((row[column] ?? 0) - first)));
    return first + sum / total;
  });
}

/** The arithmetic mean of the rows. @throws RangeError when there are no rows or they differ in length. */
export function meanRow(rows: readonly Row[]): Float64Array {
  return weightedMean(
    rows,
    rows.map(() => 1),
  );
}
