/**
 * Every update rule, for all fused backends: what a step does to one number of theta. Bias corrections are folded into
 * rate and epsilon on the host (`training/optimizers/`).
 */
import type { OptimizerSpec } from '../spec/experiment';
import type { Algebra } from './algebra';

export interface FusedOptimizer {
  readonly slots: number;
  /** The slots of the next step from the present ones. */
  readonly remember: <E>(m: Algebra<E>, gradient: E, slots: readonly E[]) => readonly E[];
  /** theta of the next step, from the *new* slots. */
  readonly move: <E>(m: Algebra<E>, theta: E, gradient: E, slots: readonly E[], rate: E, epsilon: E) => E;
}

export function fusedOptimizer(spec: OptimizerSpec): FusedOptimizer {
  switch (spec.kind) {
    case 'sgd':
      return {
        slots: 0,
        remember: () => [],
        move: (m, theta, gradient, _, rate) => m.sub(theta, m.mul(gradient, rate)),
      };
    case 'momentum':
      return {
        slots: 1,
        remember: (m, gradient, slots) =>
          slots.map((velocity) => m.add(m.mul(velocity, m.constant(spec.momentum)), gradient)),
        move: (m, theta, gradient, [velocity], rate) => m.sub(theta, m.mul(velocity ?? gradient, rate)),
      };
    case 'adam':
      return {
        slots: 2,
        remember: (m, gradient, slots) => {
          const [first = gradient, second = gradient] = slots;
          return [
            m.add(m.mul(first, m.constant(spec.beta1)), gradient),
            m.add(m.mul(second, m.constant(spec.beta2)), m.mul(gradient, gradient)),
          ];
        },
        move: (m, theta, gradient, [first, second], rate, epsilon) =>
          m.sub(theta, m.mul(m.div(first ?? gradient, m.add(m.sqrt(second ?? gradient), epsilon)), rate)),
      };
  }
}
