import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignment } from './aligned';
import { combined, dot, gramOf, jacobians, matrixOf, weightsOf } from './balancingCase.fixture';

describe('Aligned-MTL', () => {
  test('aligned gradients are orthogonal and as long as the shortest component', () => {
    fc.assert(
      fc.property(jacobians({ tasks: [2, 5] }), (rows) => {
        const n = rows.length;
        const b = alignment(gramOf(rows), n);
        const made = rows.map((_, t) => combined(b.subarray(t * n, (t + 1) * n), rows));
        const least = dot(made[0] ?? [], made[0] ?? []);
        gramOf(made).forEach((value, k) =>
          expect(Math.abs(value / least - (k % (n + 1) === 0 ? 1 : 0))).toBeLessThan(1e-5),
        );
      }),
    );
  });

  test('orthogonal gradients of equal length stay: their mean', () => {
    expect([...weightsOf({ kind: 'aligned' }, matrixOf('3 0; 0 3'))]).toEqual([0.5, 0.5]);
  });
});
