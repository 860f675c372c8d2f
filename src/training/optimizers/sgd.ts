/** Gradient descent: theta <- theta - rate g. */
import { mul, sub } from '../../tensor/kernels';
import type { Optimizer } from './optimizer';
import { SLOTS } from './slots';

export const sgd: Optimizer = {
  slots: SLOTS.sgd,
  rateFactor: () => 1,
  epsilon: () => 0,
  update: (theta, gradient, _slots, rate) => [sub(theta, mul(gradient, rate))],
  dispose: () => undefined,
};
