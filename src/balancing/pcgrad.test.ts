import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  difference,
  directionOf,
  dot,
  gramOf,
  jacobianOf,
  jacobians,
  matrixOf,
  norm,
  weightsOf,
} from './balancingCase.fixture';

const pcgrad = { kind: 'pcgrad' } as const;
const upgrad = { kind: 'upgrad' } as const;

describe('PCGrad', () => {
  test('of two tasks: closed form in conflict, the sum otherwise; twice UPGrad', () => {
    fc.assert(
      fc.property(jacobians({ tasks: [2, 2], width: [2, 6] }), (rows) => {
        const [g11 = 0, g12 = 0, , g22 = 0] = gramOf(rows);
        const expected = g12 < 0 ? [1 - g12 / g11, 1 - g12 / g22] : [1, 1];
        expect(difference(weightsOf(pcgrad, rows), expected)).toBeLessThan(1e-12);
        const d = directionOf(pcgrad, rows);
        const half = directionOf(upgrad, rows);
        expect(
          difference(
            d,
            half.map((value) => 2 * value),
          ),
        ).toBeLessThan(1e-6);
        if (g12 >= 0) return;
        const sine2 = 1 - (g12 * g12) / (g11 * g22);
        rows.forEach((row, t) => {
          const square = t === 0 ? g11 : g22;
          expect(Math.abs(dot(d, row) / square - sine2)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  test('opposite gradients cancel', () => {
    expect(norm(directionOf(pcgrad, matrixOf('1 2; -3 -6')))).toBeLessThan(1e-12);
  });

  test('of three tasks: the order matters, and the sum conflicts with a task in about 13 % of draws', () => {
    let conflicts = 0;
    let orders = 0;
    for (let draw = 0; draw < 3000; draw++) {
      const rows = jacobianOf(draw, 3, 3);
      const d = directionOf(pcgrad, rows);
      if (rows.some((row) => dot(row, d) < -1e-12)) conflicts++;
      if (difference(d, directionOf(pcgrad, rows, 2)) > 1e-9) orders++;
    }
    expect(Math.abs(conflicts / 3000 - 0.13)).toBeLessThan(0.025);
    expect(orders).toBeGreaterThan(100);
  });
});
