import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { principalPlane } from './principalPlane';
import { symmetricEigen } from './symmetricEigen';

describe('principalPlane', () => {
  it('finds the long and the short axis of points on a tilted ellipse, whatever else is constant', () => {
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const points = Array.from({ length: 40 }, (_, i) => {
      const [a, b] = [3 * Math.cos((i * Math.PI) / 20), Math.sin((i * Math.PI) / 20)];
      return [5, c * a - s * b, s * a + c * b - 2];
    });
    const { points: plane, explained } = principalPlane(points.flat(), 40, 3);
    expect(explained[0]).toBeCloseTo(0.9, 10);
    expect(explained[1]).toBeCloseTo(0.1, 10);
    for (let i = 0; i < 40; i += 1) {
      expect(((plane[2 * i] ?? 0) / 3) ** 2 + (plane[2 * i + 1] ?? 0) ** 2).toBeCloseTo(1, 9);
    }
  });

  it('explains what the two largest eigenvalues of the scatter say', () => {
    const table = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 48, maxLength: 48 });
    fc.assert(
      fc.property(table, (values) => {
        const mean = Array.from({ length: 4 }, (_, j) =>
          values.reduce((sum, v, i) => sum + (i % 4 === j ? v / 12 : 0), 0),
        );
        const x = values.map((value, i) => value - (mean[i % 4] ?? 0));
        const scatter = Float64Array.from({ length: 16 }, (_, at) => {
          const [p, q] = [Math.floor(at / 4), at % 4];
          return Array.from({ length: 12 }, (__, i) => (x[4 * i + p] ?? 0) * (x[4 * i + q] ?? 0)).reduce(
            (a, b) => a + b,
            0,
          );
        });
        const eigen = symmetricEigen(scatter, 4).values;
        const all = eigen.reduce((a, b) => a + b, 0);
        fc.pre(all > 1e-3);
        const { points, explained } = principalPlane(values, 12, 4);
        // Where two eigenvalues are close, any direction between them will do: the share is what counts.
        expect(explained[0]).toBeCloseTo((eigen[0] ?? 0) / all, 3);
        expect(explained[1]).toBeCloseTo((eigen[1] ?? 0) / all, 3);
        for (const axis of [0, 1]) {
          const along = Array.from({ length: 12 }, (_, i) => points[2 * i + axis] ?? 0);
          expect(along.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 8);
          expect(Math.max(...along)).toBeGreaterThanOrEqual(-Math.min(...along) - 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is a single point, or a line, where nothing else spreads', () => {
    expect(principalPlane([1, 2, 1, 2, 1, 2], 3, 2)).toEqual({ points: new Float64Array(6), explained: [0, 0] });
    const line = principalPlane([0, 0, 3, 4, 6, 8], 3, 2);
    expect(line.explained).toEqual([1, 0]);
    expect([...line.points].map((value) => Math.abs(value))).toEqual([5, 0, 0, 0, 5, 0]);
  });

  it('refuses what is no table of numbers', () => {
    expect(() => principalPlane([1, 2, 3], 2, 2)).toThrow(RangeError);
    expect(() => principalPlane([1, Number.NaN], 1, 2)).toThrow(RangeError);
  });
});
