/** What the methods of gradients promise together, over random matrices. */
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

const pcgrad = { kind: 'pcgrad' } as const;
const mgda = { kind: 'mgda' } as const;
const nash = { kind: 'nash' } as const;
const upgrad = { kind: 'upgrad' } as const;
const cagrad = (c: number): BalancingSpec => ({ kind: 'cagrad', c });

describe('the public value table of TorchJD', () => {
  const rows = matrixOf('-4 1 1; 6 1 1');
  test.each<[BalancingSpec, readonly number[]]>([
    [mgda, [0, 1, 1]],
    [pcgrad, [0.5848, 3.8012, 3.8012]],
    [cagrad(0.5), [0.1835, 1.2041, 1.2041]],
    [{ kind: 'imtl-g' }, [0.0767, 1, 1]],
    [{ kind: 'aligned' }, [0.2133, 0.9673, 0.9673]],
    // Without the 1e-4 that TorchJD adds to the diagonal, and without its clipping of the length.
    [upgrad, [0.2924, 1.9006, 1.9006]],
    [nash, [0.0766, 0.9986, 0.9986]],
  ])('%o', (spec, expected) => {
    directionOf(spec, rows).forEach((value, k) => expect(Math.abs(value - (expected[k] ?? NaN))).toBeLessThan(1e-4));
  });

  test('weights', () => {
    const close = (spec: BalancingSpec, expected: readonly number[]) =>
      weightsOf(spec, rows).forEach((value, t) => expect(value).toBeCloseTo(expected[t] ?? NaN, 4));
    close(mgda, [0.6, 0.4]);
    close(pcgrad, [2.2222, 1.5789]);
  });
});

test('the order of the tasks does not matter', () => {
  const kinds: readonly BalancingSpec[] = [
    mgda,
    nash,
    upgrad,
    cagrad(0.4),
    cagrad(2),
    { kind: 'imtl-g' },
    { kind: 'aligned' },
    { kind: 'gradient-normalisation' },
  ];
  fc.assert(
    fc.property(jacobians({ tasks: [2, 5] }), fc.constantFrom(...kinds), (rows, spec) => {
      const turned = [...rows.slice(1), ...rows.slice(0, 1)].reverse();
      expect(difference(directionOf(spec, turned), directionOf(spec, rows))).toBeLessThan(1e-6);
    }),
  );
});

test('no task is harmed: MGDA, UPGrad and CAGrad from c = 1 on for any matrix, Nash where it is defined', () => {
  fc.assert(
    fc.property(
      jacobians({ width: [1, 8] }),
      fc.constantFrom<BalancingSpec>(mgda, upgrad, cagrad(1), cagrad(2), nash),
      (rows, spec) => {
        const weights = weightsOf(spec, rows);
        const d = combined(weights, rows);
        // Rounding is relative to what was added up, not to a sum that may cancel.
        const added = rows.reduce((sum, row, t) => sum + Math.abs(weights[t] ?? NaN) * norm(row), 0);
        for (const row of rows) expect(dot(row, d)).toBeGreaterThanOrEqual(-1e-7 * norm(row) * added);
      },
    ),
    { numRuns: 400 },
  );
});

test('UPGrad is linear in the lengths of the gradients', () => {
  fc.assert(
    fc.property(jacobians({ tasks: [2, 5] }), fc.nat(1e6), (rows, seed) => {
      const factors = (sub: number) =>
        (jacobianOf(seed + sub, 1, rows.length)[0] ?? []).map((value) => Math.abs(value) + 0.1);
      const [a, b] = [factors(0), factors(1)];
      const scaled = (by: readonly number[]) =>
        directionOf(
          upgrad,
          rows.map((row, t) => row.map((x) => x * (by[t] ?? 0))),
        );
      const sum = scaled(a).map((value, k) => value + (scaled(b)[k] ?? 0));
      expect(difference(scaled(a.map((value, t) => value + (b[t] ?? 0))), sum)).toBeLessThan(1e-6);
    }),
  );
});
