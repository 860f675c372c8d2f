/**
 * Adam (Kingma & Ba 2015, algorithm 1) with the bias corrections folded into rate and epsilon:
 *
 *   theta <- theta - rate * (m / c1) / (sqrt(v / c2) + eps),  c_i = 1 - beta_i^(step + 1)
 *
 * The slots hold M = m / (1 - beta1) and V = v / (1 - beta2), which saves two multiplications per step:
 * M <- beta1 M + g, V <- beta2 V + g^2. With k = sqrt(c2 / (1 - beta2)) the update is
 * rate * (1 - beta1) k / c1 * M / (sqrt(V) + eps k). Both factors are computed in doubles from the integer step, so a
 * resumed run has nothing to restore but the slots.
 */
import { scalar } from '@tensorflow/tfjs-core';
import { add, div, mul, sqrt, square, sub } from '../../tensor/kernels';
import { biasCorrection } from './biasCorrection';
import { slotAt, type Optimizer } from './optimizer';
import { SLOTS } from './slots';

export function adam(beta1: number, beta2: number, epsilon: number): Optimizer {
  const correction = (step: number) => biasCorrection({ kind: 'adam', beta1, beta2, epsilon }, step);
  const firstDecay = scalar(beta1);
  const secondDecay = scalar(beta2);
  return {
    slots: SLOTS.adam,
    rateFactor: (step) => correction(step).rateFactor,
    epsilon: (step) => correction(step).epsilon,
    update(theta, gradient, slots, rate, scaledEpsilon) {
      const first = add(mul(slotAt(slots, 0), firstDecay), gradient);
      const second = add(mul(slotAt(slots, 1), secondDecay), square(gradient));
      const direction = div(first, add(sqrt(second), scaledEpsilon));
      return [sub(theta, mul(direction, rate)), first, second];
    },
    dispose() {
      firstDecay.dispose();
      secondDecay.dispose();
    },
  };
}
