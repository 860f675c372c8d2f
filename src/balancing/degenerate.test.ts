/** Input at the edge: a defined result or a clear error, never NaN. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BALANCING_KINDS, type BalancingSpec } from '../spec/balancing';
import { resolveBalancing } from '../spec/balancingFields';
import {
  balance,
  balanceOver,
  combined,
  dot,
  norm,
  gramOf,
  jacobianOf,
  matrixOf,
  type Jacobian,
} from './balancingCase.fixture';
import { methodOf } from './registry';

const ALL: readonly BalancingSpec[] = BALANCING_KINDS.map((kind) => resolveBalancing({ kind }));
const using = (...needs: readonly string[]) => ALL.filter((spec) => needs.includes(methodOf(spec).needs));
const byGradients = using('gramian', 'both');
const byLosses = using('losses', 'both');

const EDGES: readonly (readonly [string, Jacobian])[] = [
  ['no gradient at all', matrixOf('0 0; 0 0; 0 0')],
  ['one task without a gradient', matrixOf('1 2; 0 0; 3 -1')],
  ['two tasks without a gradient', matrixOf('0 0; 0 0; 3 -1')],
  ['opposite gradients', matrixOf('1 2; -1 -2')],
  ['opposite gradients of unequal length', matrixOf('1e-3 2e-3; -1 -2')],
  ['equal gradients', matrixOf('1 2; 1 2; 1 2')],
  ['parallel gradients', matrixOf('1 2; 2 4; 1e3 2e3')],
  ['dependent gradients that surround zero', matrixOf('1 0; 0 1; -1 -1')],
  ['more tasks than dimensions', matrixOf('1 0.5; 0.2 1; -0.4 1; 1 1')],
  ['almost opposite gradients', matrixOf('1 1e-9; -1 1e-9')],
  ['tiny gradients', matrixOf('1e-140 2e-140; -1e-140 1e-140')],
  ['huge gradients', matrixOf('1e140 2e140; -1e140 1e140')],
  ['very unequal gradients', matrixOf('1e-60 2e-60; -1e60 1e60')],
];

describe.each(byGradients.map((spec) => [spec.kind, spec] as const))('%s', (_kind, spec) => {
  test.each(EDGES)('%s', (_name, rows) => {
    const made = balance(spec, rows.length, { gramian: gramOf(rows) });
    expect(made.weights).toHaveLength(rows.length);
    expect(made.weights.every(Number.isFinite)).toBe(true);
    expect(made.state.every(Number.isFinite)).toBe(true);
    expect(combined(made.weights, rows).every(Number.isFinite)).toBe(true);
  });

  test('refuses what is no Gramian', () => {
    for (const gramian of [
      [1, NaN, NaN, 1],
      [1, Infinity, Infinity, 1],
      [-1, 0, 0, 1],
      [1, 0, 0],
    ]) {
      expect(() => balance(spec, 2, { gramian: Float64Array.from(gramian) })).toThrow(RangeError);
    }
  });

  test('takes ten tasks, or says how many', () => {
    const gramian = gramOf(jacobianOf(1, 10, 12));
    const run = () => balance(spec, 10, { gramian }).weights;
    if (spec.kind === 'mgda' || spec.kind === 'cagrad') expect(run).toThrow('exact up to 6 tasks, got 10');
    else expect(run().every(Number.isFinite)).toBe(true);
  });
});

describe.each(byLosses.map((spec) => [spec.kind, spec] as const))('%s', (_kind, spec) => {
  test('stays among the numbers when a loss is, becomes or starts at zero', () => {
    for (const course of [
      () => [0, 0],
      () => [0, 1],
      (k: number) => [k === 0 ? 1 : 0, 1],
      (k: number) => [k === 0 ? 0 : 5, 1e-30],
    ]) {
      const { weights, state } = balanceOver(spec, 60, course);
      expect(weights.every((weight) => weight >= 0 && weight < Infinity)).toBe(true);
      expect(state.every(Number.isFinite)).toBe(true);
    }
  });

  test('names the task whose loss it cannot take', () => {
    for (const loss of [-1, NaN, Infinity]) {
      expect(() => balance(spec, 2, { losses: Float64Array.of(1, loss) })).toThrow(/that of task 1 is/);
    }
    expect(() => balance(spec, 2, { losses: new Float64Array(0) })).toThrow('0 losses for 2 tasks');
  });
});

test('the memory is float32: a step from a checkpoint equals a step without', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), fc.nat(1e5), (spec, seed) => {
      let state = methodOf(spec).initialState(3, spec);
      for (let step = 0; step < 30; step++) {
        const losses = Float64Array.from(jacobianOf(seed + step, 1, 3)[0] ?? [], (value) => value * value);
        const gramian = gramOf(jacobianOf(seed + step, 3, 5));
        const given = { losses, firstLosses: Float64Array.of(1, 2, 3), gramian, step, seed };
        const made = balance(spec, 3, { ...given, state });
        const restored = balance(spec, 3, { ...given, state: Float64Array.from(Float32Array.from(state)) });
        expect(restored).toEqual(made);
        expect([...made.state]).toEqual([...Float32Array.from(made.state)]);
        expect(made.state).toHaveLength(state.length);
        state = made.state;
      }
    }),
    { numRuns: 40 },
  );
});

test('what each method needs and scales', () => {
  const table = ALL.map((spec) => [methodOf(spec).kind, methodOf(spec).needs, methodOf(spec).scales].join(' '));
  expect(table).toEqual([
    'static nothing losses',
    'uncertainty losses losses',
    'dwa losses losses',
    'gradnorm both losses',
    'random nothing losses',
    'sampling nothing losses',
    'log losses losses',
    'geometric losses losses',
    'imtl-l losses losses',
    'famo losses losses',
    'gradient-normalisation gramian gradients',
    'pcgrad gramian gradients',
    'gradvac gramian gradients',
    'mgda gramian gradients',
    'cagrad gramian gradients',
    'nash gramian gradients',
    'imtl-g gramian gradients',
    'aligned gramian gradients',
    'upgrad gramian gradients',
  ]);
});

test('products rounded to single precision, of gradients that nearly depend on each other, are taken as they come', () => {
  fc.assert(
    fc.property(fc.constantFrom(...byGradients), fc.nat(1e6), fc.integer({ min: 2, max: 6 }), (spec, seed, tasks) => {
      // Three directions for up to six tasks, and a trace of others.
      const rows = jacobianOf(seed, tasks, 8).map((row) => row.map((entry, k) => (k < 3 ? entry : entry * 1e-4)));
      const gramian = Float64Array.from(Float32Array.from(gramOf(rows)));
      const { weights } = balance(spec, tasks, { gramian });
      expect(weights.every(Number.isFinite)).toBe(true);
      if (spec.kind !== 'mgda' && spec.kind !== 'upgrad') return;
      const d = combined(weights, rows);
      const added = rows.reduce((sum, row, t) => sum + Math.abs(weights[t] ?? NaN) * norm(row), 0);
      for (const row of rows) expect(dot(row, d)).toBeGreaterThan(-1e-3 * norm(row) * added);
    }),
    { numRuns: 500 },
  );
});
