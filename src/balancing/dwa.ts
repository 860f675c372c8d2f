/**
 * Dynamic weight average (Liu, Johns & Davison 2019): w_t = T softmax(r / temperature), r_t = L_t(k-1) / L_t(k-2) over
 * epochs k; weight 1 in the first two. An epoch is `every` steps here, L_t(k) the mean training loss over it.
 * Ratios do not see the scale of a loss, so the method cannot repair losses of unequal scale.
 * Memory: [L(k-1) (T), L(k-2) (T), mean of this epoch so far (T), steps of it, epochs done].
 */
import { softmax } from '../numeric/softmax';
import type { DwaBalancing } from '../spec/balancing';
import type { BalancingMethod } from './method';
import { taskLosses } from './taskLosses';

export const dwa: BalancingMethod<DwaBalancing> = {
  kind: 'dwa',
  needs: 'losses',
  scales: 'losses',
  initialState: (tasks) => new Float64Array(3 * tasks + 2),
  weigh({ temperature, every }, { losses: measured, rows, state }) {
    const tasks = rows.length;
    const losses = taskLosses(measured, tasks);
    const [last, before] = [state.subarray(0, tasks), state.subarray(tasks, 2 * tasks)];
    const epochs = state[3 * tasks + 1] ?? 0;
    const weights =
      epochs < 2
        ? new Float64Array(tasks).fill(1)
        : softmax(last.map((loss, t) => loss / (before[t] ?? 1) / temperature)).map((part) => tasks * part);

    const next = state.slice();
    const steps = (state[3 * tasks] ?? 0) + 1;
    const running = losses.map((loss, t) => {
      const mean = state[2 * tasks + t] ?? 0;
      return Math.fround(mean + (loss - mean) / steps);
    });
    if (steps < every) {
      next.set(running, 2 * tasks);
      next[3 * tasks] = steps;
    } else {
      next.set(last, tasks);
      next.set(running, 0);
      next.fill(0, 2 * tasks, 3 * tasks + 1);
      next[3 * tasks + 1] = epochs + 1;
    }
    return { weights, state: next };
  },
};
