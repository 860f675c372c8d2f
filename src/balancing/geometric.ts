/**
 * Geometric loss strategy, GLS (Chennupati et al. 2019): minimises (prod_t L_t)^(1/T), so w_t = (prod L)^(1/T) / (T L_t),
 * the direction of `log`. LibMTL trains it rightly but logs L / (T prod L) as its weight; the formula here is the derivative.
 */
import { exp, log } from '../numeric/elementary';
import type { GeometricBalancing } from '../spec/balancing';
import type { BalancingMethod } from './method';
import { taskLosses } from './taskLosses';

export const geometric: BalancingMethod<GeometricBalancing> = {
  kind: 'geometric',
  needs: 'losses',
  scales: 'losses',
  initialState: () => new Float64Array(0),
  weigh(_settings, input) {
    const tasks = input.rows.length;
    const losses = taskLosses(input.losses, tasks);
    const mean = exp(losses.reduce((sum, loss) => sum + log(loss), 0) / tasks);
    return { weights: losses.map((loss) => mean / (tasks * loss)), state: input.state };
  },
};
