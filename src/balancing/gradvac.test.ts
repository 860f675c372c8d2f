import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  balance,
  combined,
  difference,
  dot,
  gramOf,
  jacobians,
  matrixOf,
  norm,
  weightsOf,
} from './balancingCase.fixture';

test('with targets that stay at zero it is PCGrad', () => {
  fc.assert(
    fc.property(jacobians({ width: [2, 8] }), fc.nat(100), (rows, seed) => {
      const vaccine = weightsOf({ kind: 'gradvac', decay: 0 }, rows, seed);
      expect(difference(vaccine, weightsOf({ kind: 'pcgrad' }, rows, seed))).toBeLessThan(1e-8);
    }),
  );
});

test('brings a pair to its target cosine; the target is a moving average of the cosines met', () => {
  const rows = matrixOf('2 0 0; 0 5 0');
  const state = Float64Array.of(0, 0.5, 0, 0);
  const { weights, state: next } = balance({ kind: 'gradvac', decay: 0.25 }, 2, { gramian: gramOf(rows), state });
  // Only the first gradient has a target: g_1' = g_1 + a g_2 with cosine 0.5 to g_2, and g_2 stays.
  const turned = combined([weights[0] ?? 0, (weights[1] ?? 0) - 1], rows);
  expect(dot(turned, rows[1] ?? []) / (norm(turned) * 5)).toBeCloseTo(0.5, 12);
  expect(weights[0]).toBeCloseTo(1, 12);
  expect([...next]).toEqual([0, 0.375, 0, 0]);
});

test('targets of equal gradients rise to one without leaving the numbers', () => {
  let state = new Float64Array(4);
  const gramian = Float64Array.of(1, 1, 1, 1);
  for (let step = 0; step < 100; step++) {
    const made = balance({ kind: 'gradvac', decay: 0.5 }, 2, { gramian, state, step });
    expect([...made.weights]).toEqual([1, 1]);
    state = Float64Array.from(made.state);
  }
  const crossed = balance({ kind: 'gradvac', decay: 0.5 }, 2, { gramian: Float64Array.of(1, -1, -1, 1), state });
  expect(crossed.weights.every(Number.isFinite)).toBe(true);
});
