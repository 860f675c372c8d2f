import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combined, dot, jacobians, matrixOf, norm, weightsOf } from './balancingCase.fixture';

describe('IMTL-G', () => {
  test('projects equally on all gradients; weights sum to one', () => {
    fc.assert(
      fc.property(jacobians({ tasks: [2, 4] }), (rows) => {
        const w = weightsOf({ kind: 'imtl-g' }, rows);
        expect(w.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
        const d = combined(w, rows);
        const onto = rows.map((row) => dot(row, d) / norm(row));
        for (const value of onto) expect(Math.abs(value - (onto[0] ?? NaN))).toBeLessThan(1e-8 * Math.max(norm(d), 1));
      }),
    );
  });

  test('equal gradients share the weight', () => {
    weightsOf({ kind: 'imtl-g' }, matrixOf('1 2; 1 2')).forEach((weight) => expect(weight).toBeCloseTo(0.5, 12));
  });
});
