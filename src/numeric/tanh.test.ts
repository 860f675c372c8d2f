import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tanh } from './tanh';

test('agrees with the built-in function, which is odd and within -1 ... 1', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -0.05, max: 0.05, noNaN: true })),
      (x) => {
        const expected = Math.tanh(x);
        expect(Math.abs(tanh(x) - expected)).toBeLessThanOrEqual(2e-14 * Math.abs(expected));
        expect(tanh(-x)).toBe(-tanh(x));
      },
    ),
    { numRuns: 2000 },
  );
  expect([tanh(0), tanh(Infinity), tanh(-Infinity)]).toEqual([0, 1, -1]);
});
