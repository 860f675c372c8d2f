/** Small dense matrices in double precision, row-major. For oracles and closed forms, not for training. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** rows x columns numbers, row by row. */
  readonly data: Float64Array;
}

/** A matrix over `data` (not copied), or of zeros. @throws RangeError when the number of entries is not rows x columns. */
export function matrix(rows: number, columns: number, data?: Float64Array): Matrix {
  const entries = data ?? new Float64Array(rows * columns);
  if (entries.length !== rows * columns) {
    throw new RangeError(`a ${rows} x ${columns} matrix has ${rows * columns} entries, not ${entries.length}`);
  }
  return { rows, columns, data: entries };
}

export function transpose(a: Matrix): Matrix {
  const result = matrix(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) result.data[j * a.rows + i] = a.data[i * a.columns + j] ?? 0;
  }
  return result;
}

/** a b. @throws RangeError when the inner sizes differ. */
export function matmul(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows)
    throw new RangeError(`cannot multiply ${a.rows} x ${a.columns} by ${b.rows} x ${b.columns}`);
  const result = matrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.data[i * a.columns + k] ?? 0;
      for (let j = 0; j < b.columns; j++) {
        const at = i * b.columns + j;
        result.data[at] = (result.data[at] ?? 0) + factor * (b.data[k * b.columns + j] ?? 0);
      }
    }
  }
  return result;
}

/** The equations have no unique solution. */
export class SingularMatrixError extends Error {
  override readonly name = 'SingularMatrixError';
}

/** A pivot this much smaller than the largest entry is rounding noise. */
const RANK_TOLERANCE = 1e-14;

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Row (from `step` on) whose entry in column `step` is largest. */
function pivotRow(lu: Matrix, step: number): number {
  let best = step;
  for (let row = step + 1; row < lu.rows; row++) {
    const entry = Math.abs(lu.data[row * lu.columns + step] ?? 0);
    if (entry > Math.abs(lu.data[best * lu.columns + step] ?? 0)) best = row;
  }
  return best;
}

function swapRows({ columns, data }: Matrix, a: number, b: number): void {
  const kept = data.slice(a * columns, (a + 1) * columns);
  data.copyWithin(a * columns, b * columns, (b + 1) * columns);
  data.set(kept, b * columns);
}

/** target row -= factor * source row, in the columns from `from` on. */
function subtractRow({ columns, data }: Matrix, target: number, source: number, factor: number, from: number): void {
  for (let j = from; j < columns; j++) {
    const at = target * columns + j;
    data[at] = (data[at] ?? 0) - factor * (data[source * columns + j] ?? 0);
  }
}

/**
 * x with a x = b (any number of right-hand sides), by Gaussian elimination with partial pivoting.
 * @throws SingularMatrixError when `a` is singular to working precision
 * @throws RangeError when the sizes do not fit
 */
export function solve(a: Matrix, b: Matrix): Matrix {
  const n = a.rows;
  if (a.columns !== n || b.rows !== n) throw new RangeError(`cannot solve ${n} x ${a.columns} against ${b.rows} rows`);
  const left = matrix(n, n, a.data.slice());
  const right = matrix(n, b.columns, b.data.slice());
  const tooSmall = largest(a.data) * RANK_TOLERANCE;

  for (let step = 0; step < n; step++) {
    const best = pivotRow(left, step);
    swapRows(left, step, best);
    swapRows(right, step, best);
    const pivot = left.data[step * n + step] ?? 0;
    if (!(Math.abs(pivot) > tooSmall)) throw new SingularMatrixError(`no unique solution: pivot ${step} is ${pivot}`);
    for (let row = step + 1; row < n; row++) {
      const factor = (left.data[row * n + step] ?? 0) / pivot;
      if (factor === 0) continue;
      subtractRow(left, row, step, factor, step);
      subtractRow(right, row, step, factor, 0);
    }
  }
  for (let step = n - 1; step >= 0; step--) {
    const pivot = left.data[step * n + step] ?? 0;
    for (let j = 0; j < right.columns; j++) {
      const at = step * right.columns + j;
      right.data[at] = (right.data[at] ?? 0) / pivot;
    }
    for (let row = 0; row < step; row++) subtractRow(right, row, step, left.data[row * n + step] ?? 0, 0);
  }
  return right;
}
