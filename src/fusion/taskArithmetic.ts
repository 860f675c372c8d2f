/**
 * Task arithmetic (Ilharco et al. 2023; task_vectors `src/task_vectors.py`): theta_0 + scale sum_t tau_t with
 * tau_t = theta_t - theta_0. With scale 1/T it is the mean of the rows.
 */
import type { Row } from './towerShape';
import { commonLength } from './weightedMean';

/** @throws RangeError when rows or base differ in length. */
export function taskArithmetic(rows: readonly Row[], base: Row, scale: number): Float64Array {
  const length = commonLength([base, ...rows]);
  return Float64Array.from({ length }, (_, column) => {
    const start = base[column] ?? 0;
    return start + scale * rows.reduce((sum, row) => sum + ((row[column] ?? 0) - start), 0);
  });
}
