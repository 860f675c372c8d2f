/** Heavy-ball momentum (Polyak 1964): v <- mu v + g, theta <- theta - rate v. */
import { scalar } from '@tensorflow/tfjs-core';
import { add, mul, sub } from '../../tensor/kernels';
import { slotAt, type Optimizer } from './optimizer';
import { SLOTS } from './slots';

export function momentum(mu: number): Optimizer {
  const decay = scalar(mu);
  return {
    slots: SLOTS.momentum,
    rateFactor: () => 1,
    epsilon: () => 0,
    update(theta, gradient, slots, rate) {
      const velocity = add(mul(slotAt(slots, 0), decay), gradient);
      return [sub(theta, mul(velocity, rate)), velocity];
    },
    dispose: () => decay.dispose(),
  };
}
