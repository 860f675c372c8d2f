import { describe, expect, it } from 'vitest';
import { matrix, SingularMatrixError } from './linear';
import { createStream } from './random';
import { pooledLeastSquares, softRidge, taskMoments, type TaskMoments } from './softRidge';

const D = 4;

/** Task with n rows of normal inputs and unrelated normal targets. */
function randomTask(task: number, n: number): TaskMoments {
  const inputs = createStream(8, 'resampling', 1, task);
  const targets = createStream(8, 'resampling', 2, task);
  return taskMoments(
    Array.from({ length: n * D }, (_, i) => inputs.normal(i)),
    Array.from({ length: n }, (_, i) => targets.normal(i)),
  );
}
const TASKS = [randomTask(0, 9), randomTask(1, 14), randomTask(2, 30)];

/** G = I: least squares is c itself. */
function whitened(solution: readonly number[]): TaskMoments {
  const d = solution.length;
  const identity = Float64Array.from({ length: d * d }, (_, i) => (i % (d + 1) === 0 ? 1 : 0));
  return { gram: matrix(d, d, identity), moment: Float64Array.from(solution) };
}
/** J up to a constant: sum_t w'G w - 2 c'w, plus the penalties. */
function objective(
  tasks: readonly TaskMoments[],
  weights: readonly Float64Array[],
  lambda: number,
  mu: number,
): number {
  let value = 0;
  tasks.forEach(({ gram, moment }, t) => {
    const w = weights[t] ?? new Float64Array(0);
    w.forEach((wi, i) => {
      w.forEach((wj, j) => (value += wi * wj * (gram.data[i * w.length + j] ?? NaN)));
      value += mu * wi * wi - 2 * wi * (moment[i] ?? NaN);
    });
    for (let s = 0; s < t; s++) w.forEach((wi, i) => (value += lambda * (wi - (weights[s]?.[i] ?? NaN)) ** 2));
  });
  return value;
}
/** Sum of squared distances over pairs of tasks. */
function spread(weights: readonly Float64Array[]): number {
  return weights.reduce(
    (sum, w, t) =>
      sum +
      weights.slice(0, t).reduce((part, v) => part + w.reduce((q, value, i) => q + (value - (v[i] ?? NaN)) ** 2, 0), 0),
    0,
  );
}
function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits: number): void {
  expect(actual.length).toBe(expected.length);
  Array.from(actual).forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, digits));
}

describe('taskMoments', () => {
  it('averages over rows', () => {
    const { gram, moment } = taskMoments([1, 2, 3, 4], [1, -1]);
    expect([...gram.data]).toEqual([5, 7, 7, 10]);
    expect([...moment]).toEqual([-1, -1]);
    expect(() => taskMoments([1, 2, 3], [1, 2])).toThrow(RangeError);
    expect(() => taskMoments([], [])).toThrow(RangeError);
  });
});

describe('softRidge', () => {
  it('minimises the objective: no step in any direction lowers it', () => {
    for (const [lambda, mu] of [
      [0, 0],
      [0.05, 0],
      [1, 0.1],
      [30, 0],
    ] as const) {
      const best = softRidge(TASKS, { lambda, mu });
      const least = objective(TASKS, best, lambda, mu);
      for (let t = 0; t < TASKS.length; t++) {
        for (let i = 0; i < D; i++) {
          for (const step of [1e-3, -1e-3]) {
            const moved = best.map((w, s) => w.map((value, j) => (s === t && i === j ? value + step : value)));
            expect(objective(TASKS, moved, lambda, mu)).toBeGreaterThan(least);
          }
        }
      }
    }
  });

  it('at lambda 0 is least squares task by task', () => {
    softRidge(TASKS, { lambda: 0 }).forEach((w, t) => {
      expectClose(w, pooledLeastSquares(TASKS.slice(t, t + 1)), 12);
    });
  });

  it('goes to pooled least squares as lambda grows, like 1 / lambda', () => {
    const pooled = pooledLeastSquares(TASKS);
    const gap = (lambda: number) =>
      Math.max(
        ...softRidge(TASKS, { lambda }).flatMap((w) => [...w].map((value, i) => Math.abs(value - (pooled[i] ?? NaN)))),
      );
    expect(gap(1e4)).toBeLessThan(1e-4);
    expect(gap(1e4) / gap(1e5)).toBeCloseTo(10, 2);
    expect(gap(1e9)).toBeLessThan(1e-6);
  });

  it('shrinks whitened differences by 1 / (1 + 2 lambda) for two tasks, 1 / (1 + lambda T) for T', () => {
    const solutions = [
      [1, 0, 2],
      [3, -2, 2],
      [-1, 5, 0.5],
    ];
    for (const count of [2, 3]) {
      const chosen = solutions.slice(0, count);
      const centre = [0, 1, 2].map((i) => chosen.reduce((sum, w) => sum + (w[i] ?? NaN), 0) / count);
      for (const lambda of [0, 0.25, 2]) {
        const factor = 1 / (1 + lambda * count);
        softRidge(chosen.map(whitened), { lambda }).forEach((w, t) => {
          expectClose(
            w,
            centre.map((c, i) => c + factor * ((chosen[t]?.[i] ?? NaN) - c)),
            12,
          );
        });
      }
    }
  });

  it('brings tasks closer, and their losses up, monotonically in lambda', () => {
    const lambdas = [0, 0.01, 0.1, 1, 10];
    const solutions = lambdas.map((lambda) => softRidge(TASKS, { lambda }));
    const distances = solutions.map(spread);
    const losses = solutions.map((w) => objective(TASKS, w, 0, 0));
    for (let i = 1; i < lambdas.length; i++) {
      expect(distances[i] ?? NaN).toBeLessThan(distances[i - 1] ?? NaN);
      expect(losses[i] ?? NaN).toBeGreaterThan(losses[i - 1] ?? NaN);
    }
  });

  it('needs enough rows, or a ridge, or a neighbour', () => {
    const short = taskMoments([1, 0, 0, 0], [1]);
    expect(() => softRidge([short], { lambda: 0 })).toThrow(SingularMatrixError);
    expect(() => softRidge([short], { lambda: 0, mu: 0.1 })).not.toThrow();
    expect(() => softRidge([short, randomTask(1, 14)], { lambda: 0.1 })).not.toThrow();
    expect(() => softRidge([], { lambda: 1 })).toThrow(RangeError);
    expect(() => softRidge([randomTask(0, 9), taskMoments([1, 2], [1])], { lambda: 1 })).toThrow(RangeError);
  });
});

describe('pooledLeastSquares', () => {
  it('with equally many rows is least squares on all rows together', () => {
    const stack = (task: number) =>
      [createStream(3, 'resampling', 5, task), createStream(3, 'resampling', 6, task)] as const;
    const rows = [0, 1].map((task) => {
      const [x, y] = stack(task);
      return {
        inputs: Array.from({ length: 8 * D }, (_, i) => x.normal(i)),
        targets: Array.from({ length: 8 }, (_, i) => y.normal(i)),
      };
    });
    const apart = rows.map(({ inputs, targets }) => taskMoments(inputs, targets));
    const together = taskMoments(
      rows.flatMap((r) => r.inputs),
      rows.flatMap((r) => r.targets),
    );
    expectClose(pooledLeastSquares(apart), pooledLeastSquares([together]), 12);
  });

  it('is what soft sharing with a ridge goes to', () => {
    const mu = 0.3;
    softRidge(TASKS, { lambda: 1e9, mu }).forEach((w) => expectClose(w, pooledLeastSquares(TASKS, mu), 6));
  });
});
