import { expect } from 'vitest';

/** Equal lengths, and every number equal to so many decimals. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 10): void {
  expect(actual.length).toBe(expected.length);
  Array.from(actual).forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, digits));
}
