import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramian } from './gramian';
import { nonnegativeQuadratic } from './nonnegativeQuadratic';
import { createStream, fillNormal } from './random';

/** G = J J' and b = J y, so b lies in the range of G even where G is singular. */
function problem(seed: number, n: number, width: number) {
  const values = new Float64Array((n + 1) * width);
  fillNormal(createStream(seed, 'resampling', n, width), values);
  const all = gramian(values, { count: n + 1, stride: width });
  const gram = Float64Array.from({ length: n * n }, (_, k) => all[Math.floor(k / n) * (n + 1) + (k % n)] ?? 0);
  return { gram, b: Float64Array.from({ length: n }, (_, i) => all[i * (n + 1) + n] ?? 0) };
}

function slack(gram: Float64Array, b: Float64Array, x: Float64Array, i: number): number {
  return x.reduce((sum, value, j) => sum + (gram[i * b.length + j] ?? 0) * value, 0) - (b[i] ?? 0);
}

test('meets the conditions of the minimum, for regular and singular forms', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 10 }), (seed, n, width) => {
      const { gram, b } = problem(seed, n, width);
      const x = nonnegativeQuadratic(gram, b);
      x.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(slack(gram, b, x, i)).toBeGreaterThan(-1e-9);
        if (value > 0) expect(Math.abs(slack(gram, b, x, i))).toBeLessThan(1e-8);
      });
    }),
    { numRuns: 300 },
  );
});

test('one number: b / g, or zero', () => {
  expect(nonnegativeQuadratic(Float64Array.of(2), Float64Array.of(3))[0]).toBeCloseTo(1.5, 12);
  expect([...nonnegativeQuadratic(Float64Array.of(2), Float64Array.of(-3))]).toEqual([0]);
  expect([...nonnegativeQuadratic(Float64Array.of(0), Float64Array.of(0))]).toEqual([0]);
});

test('refuses sizes that do not fit', () => {
  expect(() => nonnegativeQuadratic(new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
});
