/**
 * IMTL-L (Liu et al. 2021): minimises e^s L - s over s too, so that every weighted loss e^s L tends to 1: s* = -log L.
 * It is the `unhalved` form of uncertainty weights with the sign of s turned. The paper begins at s = 0.
 */
import { exp, log } from '../numeric/elementary';
import type { ImtlLBalancing } from '../spec/balancing';
import { beyondRounding, learn, learnedSize, learnedValues } from './learnedNumbers';
import type { BalancingMethod } from './method';
import { taskLosses } from './taskLosses';

export const imtlL: BalancingMethod<ImtlLBalancing> = {
  kind: 'imtl-l',
  needs: 'losses',
  scales: 'losses',
  initialState: (tasks) => new Float64Array(learnedSize(tasks)),
  weigh({ rate, start }, input) {
    const tasks = input.rows.length;
    const losses = taskLosses(input.losses, tasks);
    const begin = taskLosses(input.firstLosses, tasks).map((loss) => (start === 'zero' ? 0 : -log(loss)));
    const s = learnedValues(input.state, begin);
    const weights = s.map(exp);
    const slopes = weights.map((weight, t) => beyondRounding(weight * (losses[t] ?? 0) - 1));
    return { weights, state: learn(input.state, s, slopes, rate) };
  },
};
