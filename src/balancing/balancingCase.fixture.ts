/** Random task gradients for the tests, and what a method makes of them. */
import fc from 'fast-check';
import { gramian } from '../numeric/gramian';
import { createStream, fillNormal } from '../numeric/random';
import type { BalancingSpec } from '../spec/balancing';
import type { Balanced, BalancingInput } from './method';
import { methodOf } from './registry';

/** T gradients of P numbers each. */
export type Jacobian = readonly (readonly number[])[];

/** Rows written as '1 2; -3 4'. */
export function matrixOf(rows: string): Jacobian {
  return rows.split('; ').map((row) => row.split(' ').map(Number));
}

export function jacobianOf(seed: number, tasks: number, width: number): Jacobian {
  const values = new Float64Array(tasks * width);
  fillNormal(createStream(seed, 'resampling', tasks, width), values);
  return Array.from({ length: tasks }, (_, t) => [...values.subarray(t * width, (t + 1) * width)]);
}

/** Normal matrices, rows scaled by 10^-2 ... 10^2; wide ones are regular, narrow ones dependent and Pareto-stationary. */
export function jacobians(at: { tasks?: [number, number]; width?: [number, number] } = {}): fc.Arbitrary<Jacobian> {
  const [fewest, most] = at.tasks ?? [2, 6];
  const [narrow, wide] = at.width ?? [6, 10];
  return fc
    .record({
      seed: fc.nat(1e6),
      tasks: fc.integer({ min: fewest, max: most }),
      width: fc.integer({ min: narrow, max: wide }),
      scales: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: most, maxLength: most }),
    })
    .map(({ seed, tasks, width, scales }) =>
      jacobianOf(seed, tasks, width).map((row, t) => row.map((entry) => entry * 10 ** ((scales[t] ?? 0) / 10))),
    );
}

export function gramOf(rows: Jacobian): Float64Array {
  return gramian(Float64Array.from(rows.flat()), { count: rows.length, stride: rows[0]?.length ?? 0 });
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
}

export function norm(a: ArrayLike<number>): number {
  return Math.sqrt(dot(a, a));
}

/** sum_t w_t g_t */
export function combined(weights: ArrayLike<number>, rows: Jacobian): number[] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, k) =>
    rows.reduce((sum, row, t) => sum + (weights[t] ?? NaN) * (row[k] ?? NaN), 0),
  );
}

/** The method's answer in one step; what is not given is that of a first step with losses 1. */
export function balance(spec: BalancingSpec, tasks: number, given: Partial<BalancingInput> = {}): Balanced {
  const method = methodOf(spec);
  return method.weigh(spec, {
    losses: new Float64Array(tasks).fill(1),
    firstLosses: new Float64Array(tasks).fill(1),
    gramian: Float64Array.from({ length: tasks * tasks }, (_, k) => (k % (tasks + 1) === 0 ? 1 : 0)),
    step: 0,
    seed: 1,
    state: method.initialState(tasks, spec),
    rows: Array.from({ length: tasks }, () => 10),
    ...given,
  });
}

export function weightsOf(spec: BalancingSpec, rows: Jacobian, seed = 1): Float64Array {
  return balance(spec, rows.length, { gramian: gramOf(rows), seed }).weights;
}

export function directionOf(spec: BalancingSpec, rows: Jacobian, seed = 1): number[] {
  return combined(weightsOf(spec, rows, seed), rows);
}

/** Steps with losses that are functions of the step; the weights and memory of the last. */
export function balanceOver(spec: BalancingSpec, steps: number, losses: (step: number) => readonly number[]): Balanced {
  const first = Float64Array.from(losses(0));
  let last = balance(spec, first.length, { losses: first, firstLosses: first });
  for (let step = 1; step < steps; step++) {
    const now = Float64Array.from(losses(step));
    last = balance(spec, first.length, { losses: now, firstLosses: first, step, state: last.state });
  }
  return last;
}

/** The largest difference of two vectors, relative to the longer. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const scale = Math.max(norm(a), norm(b));
  return scale === 0 ? 0 : norm(Array.from(a, (value, i) => value - (b[i] ?? NaN))) / scale;
}
