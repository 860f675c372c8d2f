import fc from 'fast-check';
import { expect, test } from 'vitest';
import { softmax } from './softmax';

const logits = fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 8 });

test('sums to one, keeps the order, and does not see a common shift', () => {
  fc.assert(
    fc.property(logits, fc.integer({ min: -500, max: 500 }), (values, shift) => {
      const parts = softmax(Float64Array.from(values));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
      const shifted = softmax(Float64Array.from(values, (value) => value + shift));
      parts.forEach((part, i) => {
        expect(shifted[i]).toBeCloseTo(part, 9);
        values.forEach((value, j) => {
          if (value > (values[i] ?? 0)) expect(parts[j]).toBeGreaterThanOrEqual(part);
        });
      });
    }),
  );
});

test('ratios are exponentials of differences; -Infinity has no part', () => {
  const [a, b, c] = softmax(Float64Array.of(0, 1, -Infinity));
  expect((b ?? 0) / (a ?? 1)).toBeCloseTo(Math.E, 12);
  expect(c).toBe(0);
});
