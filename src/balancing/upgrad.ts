/**
 * UPGrad (Quinton & Rey 2024, "Jacobian descent"): each gradient is projected on the dual cone, the directions that harm no
 * task, and d is the mean of the projections. d harms no task, whatever the gradients.
 * The projection of g_i is g_i + sum l_j g_j, with l >= 0 minimising its length: exact here, by non-negative least squares
 * (TorchJD adds 1e-4 to the diagonal). Two tasks: half of PCGrad.
 */
import { nonnegativeQuadratic } from '../numeric/nonnegativeQuadratic';
import type { UpgradBalancing } from '../spec/balancing';
import { gramianOf, principalPart } from './gramianOf';
import type { BalancingMethod } from './method';

export const upgrad: BalancingMethod<UpgradBalancing> = {
  kind: 'upgrad',
  needs: 'gramian',
  scales: 'gradients',
  initialState: () => new Float64Array(0),
  weigh(_settings, { gramian, rows, state }) {
    const { tasks, lengths, cosines, present } = gramianOf(gramian, rows.length);
    const unit = principalPart(cosines, tasks, present);
    const n = present.length;
    const weights = new Float64Array(tasks);
    present.forEach((i, row) => {
      weights[i] = (weights[i] ?? 0) + 1 / tasks;
      const added = nonnegativeQuadratic(
        unit,
        unit.slice(row * n, (row + 1) * n).map((cosine) => -cosine),
      );
      // In units of length: the projection of g_i is |g_i| times that of its unit vector.
      present.forEach((j, k) => {
        weights[j] = (weights[j] ?? 0) + ((added[k] ?? 0) * (lengths[i] ?? 0)) / ((lengths[j] ?? 1) * tasks);
      });
    });
    return { weights, state };
  },
};
