import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balance } from './balancingCase.fixture';
import { gradnormSlope } from './gradnorm';

const positive = (most: number) =>
  fc.array(fc.double({ min: 0.05, max: most, noNaN: true }), { minLength: 4, maxLength: 4 });
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

/** `steps` steps with gradients at right angles of the given lengths, and losses that have all fallen by `rates`. */
function settle(
  alpha: number,
  lengths: readonly number[],
  rates: readonly number[],
  steps: number,
): readonly Float64Array[] {
  const tasks = lengths.length;
  const gramian = Float64Array.from({ length: tasks * tasks }, (_, k) =>
    k % (tasks + 1) === 0 ? (lengths[k % tasks] ?? 0) ** 2 : 0,
  );
  const weights: Float64Array[] = [];
  let state: Float64Array | undefined;
  for (let step = 0; step < steps; step++) {
    const given = { gramian, losses: Float64Array.from(rates), step, ...(state && { state }) };
    const made = balance({ kind: 'gradnorm', alpha, rate: 0.025 }, tasks, given);
    weights.push(made.weights);
    state = made.state;
  }
  return weights;
}

test('the slope is the derivative of the sum of distances, targets held fixed', () => {
  fc.assert(
    fc.property(positive(3), positive(10), positive(1), fc.constantFrom(0, 0.12, 1.5), (w, n, r, alpha) => {
      const mean = sum(w.map((weight, t) => weight * (n[t] ?? 0))) / 4;
      const targets = r.map((rate) => mean * (rate / (sum(r) / 4)) ** alpha);
      const distance = (weights: readonly number[]) =>
        sum(weights.map((weight, t) => Math.abs(weight * (n[t] ?? 0) - (targets[t] ?? 0))));
      const slope = gradnormSlope(Float64Array.from(w), Float64Array.from(n), Float64Array.from(r), alpha);
      w.forEach((weight, t) => {
        const gap = Math.abs(weight * (n[t] ?? 0) - (targets[t] ?? 0));
        if (gap < 1e-3) return;
        const h = 1e-6;
        const moved = (by: number) => distance(w.map((value, k) => (k === t ? value + by : value)));
        expect((moved(h) - moved(-h)) / (2 * h)).toBeCloseTo(slope[t] ?? NaN, 4);
      });
    }),
  );
});

test('weights stay positive and sum to the number of tasks after every step', () => {
  for (const weights of settle(1.5, [1, 100, 0.01], [0.1, 0.9, 0.5], 500)) {
    expect(sum(weights)).toBeCloseTo(3, 10);
    expect(weights.every((weight) => weight > 0)).toBe(true);
  }
});

test('of two tasks, the one with the longer weighted gradient than its target loses weight', () => {
  const [first, second] = settle(0, [1, 5], [1, 1], 2);
  expect([...(first ?? [])]).toEqual([1, 1]);
  expect(second?.[0]).toBeGreaterThan(1);
  expect(second?.[1]).toBeLessThan(1);
});

test('alpha = 0 comes to rest at equal norms, also at scales 1 : 100', () => {
  const lengths = [1, 100];
  const last = settle(0, lengths, [1, 1], 3000).at(-1) ?? new Float64Array(2);
  const [a = 0, b = 0] = lengths.map((length, t) => length * (last[t] ?? 0));
  expect(Math.abs(a / b - 1)).toBeLessThan(0.1);
});

test('alpha > 0 gives the slower task the longer gradient, up to where no norm exceeds its target r^alpha', () => {
  const last = settle(1.5, [1, 1], [0.9, 0.3], 3000).at(-1) ?? new Float64Array(2);
  // r = (1.5, 0.5), mean norm 1: the targets sum to more than 2, so weights with sum 2 rest between them.
  expect(last[0]).toBeLessThan(1.5 ** 1.5 + 0.02);
  expect(last[1]).toBeLessThan(0.5 ** 1.5 + 0.02);
});
