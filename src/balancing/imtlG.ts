/**
 * IMTL-G (Liu et al. 2021): weights with sum 1 whose d has the same projection on every unit gradient. From G w = k |g|, by
 * the pseudo-inverse in case gradients depend on each other (as TorchJD). A weight may be negative, and d may harm tasks.
 * Tasks without a gradient are left out. Where only d = 0 has equal projections (opposite gradients), or the weights
 * would sum to zero, nothing is defined: all weights zero.
 */
import { symmetricEigen } from '../numeric/symmetricEigen';
import type { ImtlGBalancing } from '../spec/balancing';
import { gramianOf, principalPart, spread } from './gramianOf';
import type { BalancingMethod } from './method';

/** Eigenvalues below this part of the largest are rounding noise. */
const RANK_TOLERANCE = 1e-12;

/** The shortest x nearest to C x = 1. */
function pseudoSolve(cosines: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(cosines, n);
  const x = new Float64Array(n);
  values.forEach((value, k) => {
    if (!(value > RANK_TOLERANCE * (values[0] ?? 0))) return;
    const vector = vectors.subarray(k * n, (k + 1) * n);
    const part = vector.reduce((sum, entry) => sum + entry, 0) / value;
    vector.forEach((entry, t) => (x[t] = (x[t] ?? 0) + part * entry));
  });
  return x;
}

export const imtlG: BalancingMethod<ImtlGBalancing> = {
  kind: 'imtl-g',
  needs: 'gramian',
  scales: 'gradients',
  initialState: () => new Float64Array(0),
  weigh(_settings, { gramian, rows, state }) {
    const { tasks, lengths, cosines, present } = gramianOf(gramian, rows.length);
    const beta = pseudoSolve(principalPart(cosines, tasks, present), present.length);
    const raw = present.map((t, k) => (beta[k] ?? 0) / (lengths[t] ?? 1));
    const sum = raw.reduce((total, weight) => total + weight, 0);
    const size = raw.reduce((total, weight) => total + Math.abs(weight), 0);
    const meaningful = Math.abs(sum) > RANK_TOLERANCE * size && beta.some((value) => Math.abs(value) > RANK_TOLERANCE);
    const weights = meaningful
      ? spread(
          raw.map((weight) => weight / sum),
          present,
          tasks,
        )
      : new Float64Array(tasks);
    return { weights, state };
  },
};
