import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matmul, matrix, transpose } from './linear';
import { symmetricEigen } from './symmetricEigen';

const symmetric = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((entries) => {
    const a = matrix(n, n, Float64Array.from(entries));
    return { n, a: Float64Array.from(a.data, (value, i) => value + (transpose(a).data[i] ?? 0)) };
  }),
);

describe('eigenvalues and vectors', () => {
  test('give the matrix back, with orthonormal vectors and falling values', () => {
    fc.assert(
      fc.property(symmetric, ({ n, a }) => {
        const { values, vectors } = symmetricEigen(a, n);
        const rows = matrix(n, n, vectors);
        const scaled = matrix(
          n,
          n,
          vectors.map((entry, i) => entry * (values[Math.floor(i / n)] ?? 0)),
        );
        matmul(transpose(rows), scaled).data.forEach((value, i) => expect(value).toBeCloseTo(a[i] ?? NaN, 10));
        matmul(rows, transpose(rows)).data.forEach((value, i) =>
          expect(value).toBeCloseTo(i % (n + 1) === 0 ? 1 : 0, 12),
        );
        values.forEach((value, k) => {
          if (k > 0) expect(value).toBeLessThanOrEqual(values[k - 1] ?? NaN);
        });
      }),
    );
  });

  test('of a known matrix', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    expect(Math.abs(vectors[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 14);
    expect(vectors[0]).toBeCloseTo(vectors[1] ?? NaN, 14);
  });

  test('of zeros, of one number, and of no matrix', () => {
    expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
    expect([...symmetricEigen(Float64Array.of(-4), 1).values]).toEqual([-4]);
    expect(() => symmetricEigen(new Float64Array(3), 2)).toThrow(RangeError);
    expect(() => symmetricEigen(Float64Array.of(NaN), 1)).toThrow(RangeError);
  });
});
