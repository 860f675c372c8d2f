import { expect, test } from 'vitest';
import { hostOptimizer } from './hostOptimizer';

/** A quadratic bowl of two numbers, followed for some steps. */
function follow(spec: Parameters<typeof hostOptimizer>[0], steps: number, rate: number): Float64Array {
  const optimizer = hostOptimizer(spec);
  const theta = Float64Array.of(1, -2);
  const slots = Array.from({ length: optimizer.slots }, () => new Float64Array(2));
  for (let step = 0; step < steps; step++) {
    optimizer.update(theta, Float64Array.of(theta[0] ?? 0, 3 * (theta[1] ?? 0)), slots, { step, rate });
  }
  return theta;
}
const close = (found: Float64Array, expected: readonly number[]) =>
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 10));

test('gradient descent multiplies by 1 - rate times curvature', () => {
  close(follow({ kind: 'sgd' }, 5, 0.1), [0.9 ** 5, -2 * 0.7 ** 5]);
});

test('momentum: two steps by hand', () => {
  // v = 1, x = 0.9; v = 0.5 + 0.9, x = 0.9 - 0.14
  close(follow({ kind: 'momentum', momentum: 0.5 }, 2, 0.1).subarray(0, 1), [0.76]);
});

test('Adam: the first step is the rate whatever the slope, the second by hand', () => {
  const adam = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 0 } as const;
  close(follow(adam, 1, 0.01), [0.99, -1.99]);
  const m = (0.9 * 0.1 + 0.1 * 0.99) / (1 - 0.81);
  const v = (0.999 * 0.001 + 0.001 * 0.99 ** 2) / (1 - 0.999 ** 2);
  close(follow(adam, 2, 0.01).subarray(0, 1), [0.99 - (0.01 * m) / Math.sqrt(v)]);
});
