/** The update rules of `optimizers/` for a few doubles on the host. */
import { integerPower } from '../../numeric/integerPower';
import type { OptimizerSpec } from '../../spec/experiment';

export interface HostOptimizer {
  readonly slots: number;
  /**
   * Moves `theta` (and the slots) in place by the step number `step` (0-based).
   * @param slots one array per slot, each as long as theta
   */
  update(
    theta: Float64Array,
    gradient: Float64Array,
    slots: readonly Float64Array[],
    at: { readonly step: number; readonly rate: number },
  ): void;
}

const NONE = new Float64Array(0);

const sgd: HostOptimizer = {
  slots: 0,
  update(theta, gradient, _slots, { rate }) {
    gradient.forEach((slope, i) => (theta[i] = (theta[i] ?? 0) - rate * slope));
  },
};

function momentum(mu: number): HostOptimizer {
  return {
    slots: 1,
    update(theta, gradient, [velocity = NONE], { rate }) {
      gradient.forEach((slope, i) => {
        const faster = mu * (velocity[i] ?? 0) + slope;
        velocity[i] = faster;
        theta[i] = (theta[i] ?? 0) - rate * faster;
      });
    },
  };
}

/** Kingma & Ba 2015, algorithm 1. */
function adam(beta1: number, beta2: number, epsilon: number): HostOptimizer {
  return {
    slots: 2,
    update(theta, gradient, [first = NONE, second = NONE], { step, rate }) {
      const correction1 = 1 - integerPower(beta1, step + 1);
      const correction2 = 1 - integerPower(beta2, step + 1);
      gradient.forEach((slope, i) => {
        const m = beta1 * (first[i] ?? 0) + (1 - beta1) * slope;
        const v = beta2 * (second[i] ?? 0) + (1 - beta2) * slope * slope;
        first[i] = m;
        second[i] = v;
        theta[i] = (theta[i] ?? 0) - (rate * (m / correction1)) / (Math.sqrt(v / correction2) + epsilon);
      });
    },
  };
}

/** The update rule that a spec names. */
export function hostOptimizer(spec: OptimizerSpec): HostOptimizer {
  switch (spec.kind) {
    case 'sgd':
      return sgd;
    case 'momentum':
      return momentum(spec.momentum);
    case 'adam':
      return adam(spec.beta1, spec.beta2, spec.epsilon);
  }
}
