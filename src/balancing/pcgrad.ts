/**
 * PCGrad (Yu et al. 2020, algorithm 1): from each gradient g_i, for the other tasks j in random order, the part against g_j
 * is projected away: if g_i^PC . g_j < 0 then g_i^PC -= (g_i^PC . g_j / |g_j|^2) g_j. The direction is the sum.
 *
 * Two tasks in conflict: w = (1 - g12/g11, 1 - g12/g22). From three tasks on the order matters, and a projected gradient is
 * sure to be without conflict with the last task only. The prose of the paper's section 2.3 misprints the denominator as
 * |g_i|^2. The authors' code discards its shuffle, and it and LibMTL also project on task i itself; here the order
 * is drawn per task and step, and i is left out.
 */
import { createStream, permutation } from '../numeric/random';
import type { PcgradBalancing } from '../spec/balancing';
import { gramianOf } from './gramianOf';
import type { BalancingInput, BalancingMethod } from './method';

/** The other tasks in the order in which gradient `task` meets them. Also that of `gradvac`. */
export function meetingOrder({ seed, step, rows }: BalancingInput, task: number): readonly number[] {
  return [...permutation(createStream(seed, 'balancing.order', step, task), rows.length)].filter((t) => t !== task);
}

export const pcgrad: BalancingMethod<PcgradBalancing> = {
  kind: 'pcgrad',
  needs: 'gramian',
  scales: 'gradients',
  initialState: () => new Float64Array(0),
  weigh(_settings, input) {
    const tasks = input.rows.length;
    const { gramian } = input;
    const { present } = gramianOf(gramian, tasks);
    const weights = new Float64Array(tasks);
    for (let i = 0; i < tasks; i++) {
      // g_i^PC = sum_k parts_k g_k
      const parts = new Float64Array(tasks);
      parts[i] = 1;
      for (const j of meetingOrder(input, i)) {
        if (!present.includes(j)) continue;
        const product = parts.reduce((sum, part, k) => sum + part * (gramian[k * tasks + j] ?? 0), 0);
        if (product < 0) parts[j] = (parts[j] ?? 0) - product / (gramian[j * (tasks + 1)] ?? 1);
      }
      parts.forEach((part, t) => (weights[t] = (weights[t] ?? 0) + part));
    }
    return { weights, state: input.state };
  },
};
