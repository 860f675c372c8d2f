/**
 * Logarithmic loss: minimises sum_t log L_t, so w_t = 1 / L_t. It does not see the scale of a loss (L -> cL), and is what
 * uncertainty weights tend to.
 */
import type { LogBalancing } from '../spec/balancing';
import type { BalancingMethod } from './method';
import { taskLosses } from './taskLosses';

export const logLoss: BalancingMethod<LogBalancing> = {
  kind: 'log',
  needs: 'losses',
  scales: 'losses',
  initialState: () => new Float64Array(0),
  weigh: (_settings, { losses, rows, state }) => ({
    weights: taskLosses(losses, rows.length).map((loss) => 1 / loss),
    state,
  }),
};
