import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOver } from './balancingCase.fixture';

const dwa = (every = 1) => ({ kind: 'dwa', temperature: 2, every }) as const;
const courses = fc.array(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 }), {
  minLength: 4,
  maxLength: 12,
});

test('weights are ones in the first two epochs and always sum to the number of tasks', () => {
  fc.assert(
    fc.property(courses, (course) => {
      const at = (step: number) => course[step] ?? [];
      expect([...balanceOver(dwa(), 2, at).weights]).toEqual([1, 1, 1]);
      const { weights } = balanceOver(dwa(), course.length, at);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(3, 12);
    }),
  );
});

test('by hand: T softmax of the ratios over the temperature', () => {
  const course = [
    [4, 4],
    [2, 4],
    [9, 9],
  ];
  const { weights } = balanceOver(dwa(), 3, (step) => course[step] ?? []);
  const parts = [Math.exp(0.5 / 2), Math.exp(1 / 2)];
  const total = (parts[0] ?? 0) + (parts[1] ?? 0);
  parts.forEach((part, t) => expect(weights[t]).toBeCloseTo((2 * part) / total, 6));
});

test('equal ratios give ones, and the scale of a loss changes nothing, so it cannot be repaired', () => {
  fc.assert(
    fc.property(courses, fc.constantFrom(0.01, 100), (course, factor) => {
      const falling = balanceOver(dwa(), 6, (step) => [3 * 0.5 ** step, 700 * 0.5 ** step]);
      falling.weights.forEach((weight) => expect(weight).toBeCloseTo(1, 6));
      const plain = balanceOver(dwa(), course.length, (step) => course[step] ?? []).weights;
      const scaled = balanceOver(dwa(), course.length, (step) =>
        (course[step] ?? []).map((loss, t) => (t === 0 ? loss * factor : loss)),
      ).weights;
      // What the method remembers is rounded to single precision, and ratios of a hundred magnify it.
      scaled.forEach((weight, t) => expect(weight).toBeCloseTo(plain[t] ?? NaN, 4));
    }),
  );
});

test('an epoch of several steps counts by its mean', () => {
  const single = [
    [4, 1],
    [2, 3],
    [8, 5],
  ];
  const once = balanceOver(dwa(), 3, (step) => single[step] ?? []).weights;
  const inThree = balanceOver(dwa(3), 9, (step) =>
    (single[Math.floor(step / 3)] ?? []).map((loss) => loss + (step % 3) - 1),
  );
  inThree.weights.forEach((weight, t) => expect(weight).toBeCloseTo(once[t] ?? NaN, 6));
});
