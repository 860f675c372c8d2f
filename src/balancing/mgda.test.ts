import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combined,
  directionOf,
  dot,
  gramOf,
  jacobianOf,
  jacobians,
  matrixOf,
  norm,
  weightsOf,
} from './balancingCase.fixture';

const mgda = { kind: 'mgda' } as const;

describe('MGDA', () => {
  test('meets the conditions of the minimum', () => {
    fc.assert(
      fc.property(jacobians({ width: [1, 8] }), (rows) => {
        const w = weightsOf(mgda, rows);
        const d = combined(w, rows);
        expect(w.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
        const scale = Math.max(norm(d), 1e-9 * Math.max(...rows.map(norm)));
        rows.forEach((row, t) => {
          expect(w[t]).toBeGreaterThanOrEqual(0);
          const slack = (dot(row, d) - dot(d, d)) / (scale * norm(row));
          expect(slack).toBeGreaterThan(-1e-5);
          if ((w[t] ?? 0) > 1e-6) expect(slack).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('of two tasks: the clipped closed form; it leans to the small gradient', () => {
    fc.assert(
      fc.property(jacobians({ tasks: [2, 2], width: [1, 6] }), (rows) => {
        const [g11 = 0, g12 = 0, , g22 = 0] = gramOf(rows);
        const expected = Math.min(1, Math.max(0, (g22 - g12) / (g11 + g22 - 2 * g12)));
        expect(weightsOf(mgda, rows)[0]).toBeCloseTo(expected, 8);
      }),
    );
    expect(weightsOf(mgda, matrixOf('1 0; 0 10'))[0]).toBeCloseTo(100 / 101, 12);
  });

  test('is no longer than any vector of a grid, and not much shorter than the best of it', () => {
    const steps = 40;
    for (let draw = 0; draw < 60; draw++) {
      const rows = jacobianOf(draw, 3, 4);
      let least = Infinity;
      for (let a = 0; a <= steps; a++) {
        for (let b = 0; a + b <= steps; b++) {
          least = Math.min(least, norm(combined([a / steps, b / steps, (steps - a - b) / steps], rows)));
        }
      }
      const found = norm(directionOf(mgda, rows));
      expect(found).toBeLessThanOrEqual(least + 1e-12);
      expect(least - found).toBeLessThan((2 * Math.max(...rows.map(norm))) / steps);
    }
  });

  test('is zero at Pareto-stationary points', () => {
    expect(norm(directionOf(mgda, matrixOf('1 2; -2 -4')))).toBeLessThan(1e-12);
    expect(norm(directionOf(mgda, matrixOf('1 0; 0 1; -1 -1')))).toBeLessThan(1e-12);
  });
});
