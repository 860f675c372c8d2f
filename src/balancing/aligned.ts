/**
 * Aligned-MTL (Senushkin et al. 2023): the gradient matrix is replaced by the nearest one whose principal components are
 * orthogonal and of equal length, the shortest that occurs. With G = V L V': w = sqrt(l_min) V L^(-1/2) V' 1 / T.
 * Components that are zero (dependent gradients) are left out, as in the authors' code. Without any gradient: all zero.
 */
import { symmetricEigen } from '../numeric/symmetricEigen';
import type { AlignedBalancing } from '../spec/balancing';
import { gramianOf } from './gramianOf';
import type { BalancingMethod } from './method';

/** Eigenvalues below this part of the largest are rounding noise. */
const RANK_TOLERANCE = 1e-12;

/** [T*T] B = sqrt(l_min) V L^(-1/2) V': row t of B J is the aligned gradient of task t, and (BJ)(BJ)' = l_min 1 at full rank. */
export function alignment(gramian: Float64Array, tasks: number): Float64Array {
  const { values, vectors } = symmetricEigen(gramian, tasks);
  const kept = [...values].filter((value) => value > RANK_TOLERANCE * (values[0] ?? 0));
  const least = kept.at(-1) ?? 0;
  return gramian.map((_, at) => {
    const [s, t] = [Math.floor(at / tasks), at % tasks];
    return kept.reduce(
      (sum, value, k) => sum + Math.sqrt(least / value) * (vectors[k * tasks + s] ?? 0) * (vectors[k * tasks + t] ?? 0),
      0,
    );
  });
}

export const aligned: BalancingMethod<AlignedBalancing> = {
  kind: 'aligned',
  needs: 'gramian',
  scales: 'gradients',
  initialState: () => new Float64Array(0),
  weigh(_settings, { gramian, rows, state }) {
    const { tasks } = gramianOf(gramian, rows.length);
    const b = alignment(gramian, tasks);
    const weights = Float64Array.from(
      rows,
      (_, t) => b.subarray(t * tasks, (t + 1) * tasks).reduce((x, y) => x + y, 0) / tasks,
    );
    return { weights, state };
  },
};
