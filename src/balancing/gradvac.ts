/**
 * Gradient vaccine (Wang et al. 2021, algorithm 1): like PCGrad, but each pair has a target cosine, a moving average of what
 * was seen: target <- (1 - decay) target + decay cos. If cos(g_i', g_j) < target,
 *
 *   g_i' += |g_i'| (target sqrt(1 - cos^2) - cos sqrt(1 - target^2)) / (|g_j| sqrt(1 - target^2)) g_j,
 *
 * after which the cosine is the target. With target 0 this is the projection of PCGrad. The paper uses decay 0.01 and one
 * target per layer; LibMTL 0.5. Here all tied columns count as one. A target of 1 would need infinitely much of g_j:
 * targets stop at 0.999. Memory: the targets, T x T, at first 0.
 */
import type { GradvacBalancing } from '../spec/balancing';
import { gramianOf } from './gramianOf';
import type { BalancingMethod } from './method';
import { meetingOrder } from './pcgrad';

const LARGEST_TARGET = 0.999;

export const gradvac: BalancingMethod<GradvacBalancing> = {
  kind: 'gradvac',
  needs: 'gramian',
  scales: 'gradients',
  initialState: (tasks) => new Float64Array(tasks * tasks),
  weigh({ decay }, input) {
    const tasks = input.rows.length;
    const { lengths, cosines, present } = gramianOf(input.gramian, tasks);
    const state = input.state.slice();
    const weights = new Float64Array(tasks);
    for (const i of present) {
      // g_i' = sum_k parts_k g_k / |g_k|, which keeps lengths of very unequal size apart.
      const parts = new Float64Array(tasks);
      parts[i] = lengths[i] ?? 0;
      const withUnit = (j: number): number =>
        parts.reduce((sum, part, k) => sum + part * (cosines[k * tasks + j] ?? 0), 0);
      for (const j of meetingOrder(input, i)) {
        if (!present.includes(j)) continue;
        const length = Math.sqrt(
          Math.max(
            0,
            parts.reduce((sum, part, k) => sum + part * withUnit(k), 0),
          ),
        );
        if (length === 0) continue;
        const cosine = Math.min(1, Math.max(-1, withUnit(j) / length));
        const seen = state[i * tasks + j] ?? 0;
        const target = Math.min(LARGEST_TARGET, Math.max(-LARGEST_TARGET, seen));
        if (cosine < target) {
          const across = Math.sqrt(1 - target * target);
          const added = (length * (target * Math.sqrt(1 - cosine * cosine) - cosine * across)) / across;
          parts[j] = (parts[j] ?? 0) + added;
        }
        state[i * tasks + j] = Math.fround((1 - decay) * seen + decay * cosine);
      }
      for (const t of present) weights[t] = (weights[t] ?? 0) + (parts[t] ?? 0) / (lengths[t] ?? 1);
    }
    return { weights, state };
  },
};
