/**
 * Outer updates of meta-learning, on rows: where the common start goes after every task has adapted from it.
 * - Reptile (Nichol, Achiam & Schulman 2018; openai/supervised-reptile): theta + epsilon mean_i (U_i^k(theta) - theta), the
 *   step annealed linearly to 0. With one inner step of plain gradient descent at rate alpha this is joint descent on the
 *   mean of the losses at rate epsilon alpha.
 * - First-order MAML (Finn, Abbeel & Levine 2017; cbfinn/maml): theta - beta mean_i grad L_i(theta_i), theta_i the adapted
 *   row. The paper sums over tasks, the authors' code averages; the mean is taken here, so that beta does not depend on
 *   the number of tasks.
 */
import type { Row } from './towerShape';
import { meanRow } from './weightedMean';

/** @param adapted one row per task, after its inner steps. @throws RangeError when there is none or lengths differ. */
export function reptileUpdate(theta: Row, adapted: readonly Row[], epsilon: number): Float64Array {
  return moved(theta, meanRow(adapted), (start, mean) => start + epsilon * (mean - start));
}

/** @param gradients one per task, of its loss at its adapted row. @throws RangeError when there is none or lengths differ. */
export function firstOrderMamlUpdate(theta: Row, gradients: readonly Row[], beta: number): Float64Array {
  return moved(theta, meanRow(gradients), (start, mean) => start - beta * mean);
}

/** Outer rate after `step` outer updates: falls linearly to 0 at `over`; constant when `over` is `null`. */
export function annealedRate(rate: number, step: number, over: number | null): number {
  return over === null ? rate : rate * Math.max(0, 1 - step / over);
}

function moved(theta: Row, mean: Float64Array, to: (start: number, mean: number) => number): Float64Array {
  if (theta.length !== mean.length) throw new RangeError('rows of unequal length');
  return mean.map((value, i) => to(theta[i] ?? 0, value));
}
