/**
 * Equal or static weights: the arm's task weights, which the losses already hold, and no more. The direction is the
 * sum of the (weighted) gradients: scalarisation. With equal tuning it matches most methods of this folder
 * (Kurin et al. 2022; Xin et al. 2022).
 */
import type { StaticBalancing } from '../spec/balancing';
import type { BalancingMethod } from './method';

export const staticWeights: BalancingMethod<StaticBalancing> = {
  kind: 'static',
  needs: 'nothing',
  scales: 'losses',
  initialState: () => new Float64Array(0),
  weigh: (_settings, { rows, state }) => ({ weights: new Float64Array(rows.length).fill(1), state }),
};
