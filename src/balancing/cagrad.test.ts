import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BalancingSpec } from '../spec/balancing';
import {
  combined,
  difference,
  directionOf,
  dot,
  jacobianOf,
  jacobians,
  matrixOf,
  norm,
  weightsOf,
} from './balancingCase.fixture';

const mgda = { kind: 'mgda' } as const;
const cagrad = (c: number): BalancingSpec => ({ kind: 'cagrad', c });

describe('CAGrad', () => {
  const meanOf = (rows: readonly (readonly number[])[]) =>
    combined(
      rows.map(() => 1 / rows.length),
      rows,
    );

  test('c = 0 is the mean gradient, a large c the direction of MGDA', () => {
    fc.assert(
      fc.property(jacobians({ tasks: [2, 4] }), (rows) => {
        expect(difference(directionOf(cagrad(0), rows), meanOf(rows))).toBeLessThan(1e-12);
        const unit = (d: readonly number[]) => d.map((value) => value / norm(d));
        const far = unit(directionOf(cagrad(1e7), rows));
        expect(difference(far, unit(directionOf(mgda, rows)))).toBeLessThan(1e-3);
      }),
    );
  });

  test('lies on the ball, and is best for the worst task there', () => {
    fc.assert(
      fc.property(jacobians({ tasks: [2, 5] }), fc.constantFrom(0.1, 0.4, 0.9, 1, 3), fc.nat(1e6), (rows, c, seed) => {
        const mean = meanOf(rows);
        const d = directionOf(cagrad(c), rows);
        const radius = c * norm(mean);
        const offset = d.map((value, k) => value - (mean[k] ?? 0));
        expect(norm(offset) / radius).toBeCloseTo(1, 6);
        const worst = (v: readonly number[]) => Math.min(...rows.map((row) => dot(row, v)));
        // Any other point of the ball, also one close by, is worse.
        for (const [k, near] of [1, 0.1, 0.01].entries()) {
          const drawn = jacobianOf(seed + k, 1, mean.length)[0] ?? [];
          const moved = offset.map((value, i) => value + (near * radius * (drawn[i] ?? 0)) / norm(drawn));
          const other = moved.map((value, i) => (mean[i] ?? 0) + (value * radius) / norm(moved));
          expect(worst(other)).toBeLessThanOrEqual(worst(d) + 1e-6 * norm(d) * Math.max(...rows.map(norm)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('tasks that bind improve equally, and least', () => {
    let several = 0;
    fc.assert(
      fc.property(jacobians({ tasks: [2, 5] }), fc.constantFrom(0.4, 1, 3), (rows, c) => {
        const w = weightsOf(cagrad(c), rows);
        const d = combined(w, rows);
        const worst = Math.min(...rows.map((row) => dot(row, d)));
        const binding = rows.filter((row, t) => ((w[t] ?? 0) - 1 / rows.length) * norm(row) > 1e-6 * norm(d));
        if (binding.length > 1) several++;
        for (const row of binding) expect(Math.abs(dot(row, d) - worst)).toBeLessThan(1e-6 * norm(row) * norm(d));
      }),
    );
    expect(several).toBeGreaterThan(10);
  });

  test('is nothing where no direction improves the worst task, from c = 1 on', () => {
    for (const c of [1, 2]) {
      for (const rows of [matrixOf('1 2; -2 -4'), matrixOf('3 0; 0 1; -1 -1')]) {
        expect(norm(directionOf(cagrad(c), rows))).toBeLessThan(1e-12);
      }
    }
    // Inside the ball of c < 1 something still decreases the sum.
    expect(norm(directionOf(cagrad(0.5), matrixOf('1 2; -2 -4')))).toBeGreaterThan(0.1);
  });
});
