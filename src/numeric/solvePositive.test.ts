import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramian } from './gramian';
import { matmul, matrix } from './linear';
import { createStream, fillNormal } from './random';
import { solvePositive } from './solvePositive';

const normal = (seed: number, count: number) => {
  const values = new Float64Array(count);
  fillNormal(createStream(seed, 'resampling', count), values);
  return values;
};

test('gives back what was multiplied, for several right-hand sides, and changes nothing', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 3 }), (seed, n, columns) => {
      const a = gramian(normal(seed, n * (n + 4)), { count: n, stride: n + 4 });
      const x = normal(seed + 1, n * columns);
      const b = matmul(matrix(n, n, a), matrix(n, columns, x)).data;
      const before = [a.slice(), b.slice()];
      const solved = solvePositive(a, n, b, columns);
      x.forEach((value, i) => expect(solved?.[i]).toBeCloseTo(value, 7));
      expect([a, b]).toEqual(before);
    }),
  );
});

test('says so when there is no solution of its kind', () => {
  expect(solvePositive(Float64Array.of(1, 2, 2, 4), 2, Float64Array.of(1, 1))).toBeNull();
  expect(solvePositive(Float64Array.of(1, 2, 2, 1), 2, Float64Array.of(1, 1))).toBeNull();
  expect(solvePositive(new Float64Array(1), 1, Float64Array.of(1))).toBeNull();
  expect(solvePositive(Float64Array.of(1e-200), 1, Float64Array.of(3e-200))?.[0]).toBeCloseTo(3, 12);
  expect(() => solvePositive(new Float64Array(3), 2, new Float64Array(2))).toThrow(RangeError);
});
