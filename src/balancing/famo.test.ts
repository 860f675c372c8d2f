import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balance, balanceOver } from './balancingCase.fixture';

const famo = (decay = 0) => ({ kind: 'famo', rate: 0.025, decay }) as const;
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

test('weights sum to one; at first they are those of the logarithms', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2, maxLength: 5 }), (losses) => {
      const { weights } = balance(famo(), losses.length, { losses: Float64Array.from(losses) });
      expect(sum(weights)).toBeCloseTo(1, 12);
      const total = sum(losses.map((loss) => 1 / loss));
      weights.forEach((weight, t) => expect(weight * total * (losses[t] ?? NaN)).toBeCloseTo(1, 10));
    }),
  );
});

test('a task whose logarithm falls faster loses weight, step by step by the rate', () => {
  const falling = (step: number) => [0.5 ** step, 0.9 ** step];
  const { weights, state } = balanceOver(famo(), 11, falling);
  // Ten updates of Adam in one direction: each moves a logit by the rate.
  expect(state[0]).toBeCloseTo(-0.25, 3);
  expect(state[1]).toBeCloseTo(0.25, 3);
  const parts = falling(10).map((loss, t) => Math.exp(state[t] ?? NaN) / loss);
  weights.forEach((weight, t) => expect(weight).toBeCloseTo((parts[t] ?? NaN) / sum(parts), 6));
});

test('equal relative progress moves nothing, whatever the scales', () => {
  const { state } = balanceOver(famo(), 50, (step) => [0.9 ** step, 1000 * 0.9 ** step]);
  expect(Math.abs(state[0] ?? NaN)).toBeLessThan(1e-3);
});

test('decay draws the logits back to zero', () => {
  const moved = (step: number) => (step < 20 ? [0.5 ** step, 1] : [0.5 ** 20, 1]);
  const left = (decay: number) => Math.abs(balanceOver(famo(decay), 1500, moved).state[0] ?? NaN);
  expect(left(1)).toBeLessThan(0.2 * left(0));
});
