/**
 * Exact minimisers of linear multi-task least squares, the oracles for trained linear networks.
 * Task t has L_t(w) = |y_t - X_t w|^2 / n_t, so G_t = X_t'X_t / n_t and c_t = X_t'y_t / n_t say all about it.
 */
import { matmul, matrix, solve, transpose, type Matrix } from './linear';

/** Second moments of one task: G (d x d) and c (d). */
export interface TaskMoments {
  readonly gram: Matrix;
  readonly moment: Float64Array;
}

/**
 * G = X'X / n and c = X'y / n of n rows.
 * @param inputs n x d, row-major
 * @param targets n numbers
 * @throws RangeError when there are no rows or the lengths do not fit
 */
export function taskMoments(inputs: ArrayLike<number>, targets: ArrayLike<number>): TaskMoments {
  const n = targets.length;
  const d = inputs.length / n;
  if (n === 0 || !Number.isInteger(d)) throw new RangeError(`${inputs.length} inputs do not make ${n} rows`);
  const x = matrix(n, d, Float64Array.from(inputs));
  const y = matrix(n, 1, Float64Array.from(targets));
  const xt = transpose(x);
  return {
    gram: matrix(
      d,
      d,
      matmul(xt, x).data.map((value) => value / n),
    ),
    moment: matmul(xt, y).data.map((value) => value / n),
  };
}

function dimensionOf(tasks: readonly TaskMoments[]): number {
  const d = tasks[0]?.moment.length;
  if (d === undefined) throw new RangeError('no tasks');
  if (tasks.some(({ moment, gram }) => moment.length !== d || gram.rows !== d || gram.columns !== d)) {
    throw new RangeError('all tasks need the same number of inputs');
  }
  return d;
}

/**
 * Minimiser of sum_t L_t(w_t) + lambda sum_{s<t} |w_s - w_t|^2 + mu sum_t |w_t|^2:
 * [blkdiag(G_1..G_T) + lambda (L (x) I) + mu I] vec(W) = vec(c_1..c_T), L = T I - 11' the Laplacian of the complete graph.
 * lambda = 0 is least squares task by task; lambda -> infinity is {@link pooledLeastSquares}.
 * @returns w_t per task
 * @throws SingularMatrixError when the minimiser is not unique
 */
export function softRidge(
  tasks: readonly TaskMoments[],
  { lambda, mu = 0 }: { readonly lambda: number; readonly mu?: number },
): Float64Array[] {
  const d = dimensionOf(tasks);
  const size = tasks.length * d;
  const system = matrix(size, size);
  const right = matrix(size, 1);
  const add = (row: number, column: number, value: number) => {
    system.data[row * size + column] = (system.data[row * size + column] ?? 0) + value;
  };
  tasks.forEach(({ gram, moment }, t) => {
    right.data.set(moment, t * d);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) add(t * d + i, t * d + j, gram.data[i * d + j] ?? 0);
      add(t * d + i, t * d + i, mu + lambda * tasks.length);
      for (let s = 0; s < tasks.length; s++) add(t * d + i, s * d + i, -lambda);
    }
  });
  const solution = solve(system, right).data;
  return tasks.map((_, t) => solution.slice(t * d, (t + 1) * d));
}

/**
 * One w for all tasks (full sharing): minimiser of sum_t L_t(w) + T mu |w|^2, i.e. (sum G_t + T mu I) w = sum c_t.
 * @throws SingularMatrixError when the minimiser is not unique
 */
export function pooledLeastSquares(tasks: readonly TaskMoments[], mu = 0): Float64Array {
  const d = dimensionOf(tasks);
  const gram = matrix(d, d);
  const moment = matrix(d, 1);
  for (const task of tasks) {
    task.gram.data.forEach((value, i) => (gram.data[i] = (gram.data[i] ?? 0) + value));
    task.moment.forEach((value, i) => (moment.data[i] = (moment.data[i] ?? 0) + value));
  }
  for (let i = 0; i < d; i++) gram.data[i * d + i] = (gram.data[i * d + i] ?? 0) + tasks.length * mu;
  return solve(gram, moment).data;
}
