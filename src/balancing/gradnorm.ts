/**
 * GradNorm (Chen et al. 2018): weights w_t are learned so that the norms G_t = |w_t g_t| come near mean(G) r_t^alpha, with
 * r_t = (L_t / L_t(0)) / mean(L / L(0)) the relative inverse training rate: minimises sum_t |G_t - mean(G) r_t^alpha| over
 * w alone, the target taken as constant; sum w = T.
 *
 * The paper moves w itself and renormalises, which leaves the simplex when a weight must be as small as a step (loss
 * scales 1 : 100 ask for w near 1e-4). Here, as in LibMTL, w = T softmax(z) and Adam moves z. Norms are those of all
 * tied columns, as in LibMTL; the paper takes the last shared layer.
 */
import { exp, log } from '../numeric/elementary';
import { softmax } from '../numeric/softmax';
import type { GradnormBalancing } from '../spec/balancing';
import { gramianOf } from './gramianOf';
import { learn, learnedSize, learnedValues } from './learnedNumbers';
import type { BalancingMethod } from './method';
import { taskLosses } from './taskLosses';

/**
 * Derivative of sum_t |w_t n_t - target_t| by w, with target_t = mean(w n) r_t^alpha held fixed: sign(G_t - target_t) n_t.
 * @param norms [T] n_t = |g_t| of the unweighted loss
 * @param rates [T] L_t / L_t(0)
 */
export function gradnormSlope(
  weights: Float64Array,
  norms: Float64Array,
  rates: Float64Array,
  alpha: number,
): Float64Array {
  const tasks = weights.length;
  const scaled = norms.map((norm, t) => norm * (weights[t] ?? 0));
  const meanNorm = scaled.reduce((sum, value) => sum + value, 0) / tasks;
  const meanRate = rates.reduce((sum, value) => sum + value, 0) / tasks;
  return norms.map((norm, t) => {
    const target = meanNorm * exp(alpha * log((rates[t] ?? 0) / meanRate));
    return Math.sign((scaled[t] ?? 0) - target) * norm;
  });
}

export const gradnorm: BalancingMethod<GradnormBalancing> = {
  kind: 'gradnorm',
  needs: 'both',
  scales: 'losses',
  initialState: (tasks) => new Float64Array(learnedSize(tasks)),
  weigh({ alpha, rate }, input) {
    const tasks = input.rows.length;
    const first = taskLosses(input.firstLosses, tasks);
    const rates = taskLosses(input.losses, tasks).map((loss, t) => loss / (first[t] ?? 1));
    const { lengths } = gramianOf(input.gramian, tasks);
    const logits = learnedValues(input.state, new Float64Array(tasks));
    const weights = softmax(logits).map((part) => tasks * part);
    const slope = gradnormSlope(weights, lengths, rates, alpha);
    // Through w = T softmax(z): dz_k = w_k (dw_k - sum_t w_t dw_t / T).
    const mean = slope.reduce((sum, value, t) => sum + value * (weights[t] ?? 0), 0) / tasks;
    const chained = slope.map((value, t) => (weights[t] ?? 0) * (value - mean));
    return { weights, state: learn(input.state, logits, chained, rate) };
  },
};
