import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integerPower } from './integerPower';

test('is the repeated product, up to rounding', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 1.5, noNaN: true }), fc.nat(60), (base, exponent) => {
      let product = 1;
      for (let i = 0; i < exponent; i++) product *= base;
      expect(Math.abs(integerPower(base, exponent) / product - 1)).toBeLessThan(1e-13);
    }),
  );
});

test('is exact for powers of two and at exponent 0', () => {
  expect([integerPower(2, 10), integerPower(0.5, 20), integerPower(3, 0), integerPower(0, 0)]).toEqual([
    1024,
    2 ** -20,
    1,
    1,
  ]);
});
