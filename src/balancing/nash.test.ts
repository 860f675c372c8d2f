import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combined, difference, directionOf, dot, jacobians, matrixOf, norm, weightsOf } from './balancingCase.fixture';

const nash = { kind: 'nash' } as const;

describe('Nash-MTL', () => {
  test('G alpha = 1 / alpha, and the length is the root of the number of tasks', () => {
    fc.assert(
      fc.property(jacobians(), (rows) => {
        const alpha = weightsOf(nash, rows);
        const d = combined(alpha, rows);
        expect(dot(d, d)).toBeCloseTo(rows.length, 8);
        rows.forEach((row, t) => expect(dot(row, d) * (alpha[t] ?? 0)).toBeCloseTo(1, 8));
      }),
    );
  });

  test('of two tasks: the closed form, in the direction of normalised gradients', () => {
    fc.assert(
      fc.property(jacobians({ tasks: [2, 2] }), (rows) => {
        const [a = [], b = []] = rows;
        const cosine = dot(a, b) / (norm(a) * norm(b));
        const expected = rows.map((row) => 1 / (norm(row) * Math.sqrt(1 + cosine)));
        expect(difference(weightsOf(nash, rows), expected)).toBeLessThan(1e-9);
        const bisector = directionOf({ kind: 'gradient-normalisation' }, rows);
        const d = directionOf(nash, rows);
        expect(dot(d, bisector) / (norm(d) * norm(bisector))).toBeCloseTo(1, 9);
      }),
    );
  });

  test('the scale of a gradient changes nothing', () => {
    fc.assert(
      fc.property(jacobians(), fc.constantFrom(1e-6, 0.1, 100, 1e6), (rows, factor) => {
        const scaled = rows.map((row, t) => (t === 1 ? row.map((entry) => entry * factor) : row));
        expect(difference(directionOf(nash, scaled), directionOf(nash, rows))).toBeLessThan(1e-8);
        expect((weightsOf(nash, scaled)[1] ?? NaN) * factor).toBeCloseTo(weightsOf(nash, rows)[1] ?? NaN, 5);
      }),
    );
  });

  test('stands still at Pareto-stationary points', () => {
    expect([...weightsOf(nash, matrixOf('1 2; -2 -4'))]).toEqual([0, 0]);
    expect([...weightsOf(nash, matrixOf('1 0; 0 1; -1 -1'))]).toEqual([0, 0, 0]);
    expect([...weightsOf(nash, matrixOf('1 2; 0 0'))]).toEqual([0, 0]);
  });
});
