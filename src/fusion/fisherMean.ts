/**
 * Fisher-weighted mean, number by number: sum_t F_t theta_t / sum_t F_t with F_t >= floor (Matena & Raffel 2022;
 * model_merging `merging.py`, floor 1e-6, all models weighted alike). Where no tower's outputs depend on a number, the
 * floors are all that is left and the result is the plain mean.
 */
import type { Row } from './towerShape';
import { commonLength } from './weightedMean';

/**
 * @param fisher diagonal Fisher information per row, as long as the rows
 * @throws RangeError when rows and Fisher information do not match or the floor is not positive.
 */
export function fisherMean(rows: readonly Row[], fisher: readonly Row[], floor: number): Float64Array {
  const length = commonLength(rows);
  if (fisher.length !== rows.length || commonLength(fisher) !== length) {
    throw new RangeError('every number needs its Fisher information');
  }
  if (!(floor > 0)) throw new RangeError(`a floor is positive, got ${floor}`);
  return Float64Array.from({ length }, (_, column) => {
    const first = rows[0]?.[column] ?? 0;
    let total = 0;
    let sum = 0;
    rows.forEach((row, t) => {
      const information = Math.max(fisher[t]?.[column] ?? 0, floor);
      total += information;
      sum += information * ((row[column] ?? 0) - first);
    });
    return first + sum / total;
  });
}
