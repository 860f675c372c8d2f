/**
 * TIES merging (Yadav et al. 2023): trim, elect sign, merge what agrees. Of each task vector tau_t = theta_t - theta_0
 * only the part `keep` of largest absolute value stays; each number's sign is that of the sum of the trimmed vectors; the
 * result is theta_0 + scale x the mean of the entries that are not zero and have this sign.
 *
 * Two differences from the authors' `ties_minimal.ipynb`: exactly floor(keep P) entries are kept, as the paper says (the
 * notebook's kthvalue keeps one more), and where the trimmed vectors cancel exactly, no sign is elected and theta_0
 * stays (the notebook takes the sign of the majority of all numbers there).
 */
import { largestIndices, partOf } from './partOf';
import type { Row } from './towerShape';
import { commonLength } from './weightedMean';

function trimmed(row: Row, base: Row, keep: number): Float64Array {
  const vector = Float64Array.from({ length: base.length }, (_, i) => (row[i] ?? 0) - (base[i] ?? 0));
  const result = new Float64Array(vector.length);
  for (const i of largestIndices(vector, partOf(keep, vector.length))) result[i] = vector[i] ?? 0;
  return result;
}

/** @throws RangeError when rows or base differ in length. */
export function tiesMerge(
  rows: readonly Row[],
  base: Row,
  { keep, scale }: { readonly keep: number; readonly scale: number },
): Float64Array {
  const length = commonLength([base, ...rows]);
  const vectors = rows.map((row) => trimmed(row, base, keep));
  return Float64Array.from({ length }, (_, i) => {
    const entries = vectors.map((vector) => vector[i] ?? 0);
    const sign = Math.sign(entries.reduce((sum, value) => sum + value, 0));
    const agreeing = sign === 0 ? [] : entries.filter((value) => Math.sign(value) === sign);
    const merged = agreeing.reduce((sum, value) => sum + value, 0) / Math.max(1, agreeing.length);
    return (base[i] ?? 0) + scale * merged;
  });
}
