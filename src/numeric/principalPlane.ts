import { symmetricEigen } from './symmetricEigen';

/** The two directions in which points spread most, and the points drawn in them. */
export interface PrincipalPlane {
  /** x0, y0, x1, y1, ...: the points in the plane, their mean at (0, 0). */
  readonly points: Float64Array;
  /** Shares of the whole spread (sum of squares) along the two axes; 0 where nothing spreads. */
  readonly explained: readonly [number, number];
}

/** Less than this share of the spread is rounding. */
const LEAST = 1e-12;

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Columns with their mean taken out, row-major n x d. */
function centred(values: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const result = Float64Array.from({ length: rows * columns }, (_, i) => values[i] ?? 0);
  for (let j = 0; j < columns; j += 1) {
    let sum = 0;
    for (let i = 0; i < rows; i += 1) sum += result[i * columns + j] ?? 0;
    for (let i = 0; i < rows; i += 1) result[i * columns + j] = (result[i * columns + j] ?? 0) - sum / rows;
  }
  return result;
}

/** X^T X, d x d. */
function scatter(x: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(columns * columns);
  for (let i = 0; i < rows; i += 1) {
    const row = x.subarray(i * columns, (i + 1) * columns);
    row.forEach((a, p) => row.forEach((b, q) => (result[p * columns + q] = (result[p * columns + q] ?? 0) + a * b)));
  }
  return result;
}

/**
 * Principal components (Pearson 1901), the first two. An axis points to where its farthest point lies, so that equal
 * numbers give an equal picture.
 * @param values row-major, `rows` points of `columns` numbers each
 * @throws RangeError when the number of values is not rows x columns, or one is not finite
 */
export function principalPlane(values: ArrayLike<number>, rows: number, columns: number): PrincipalPlane {
  if (values.length !== rows * columns)
    throw new RangeError(`${values.length} values do not make ${rows} x ${columns}`);
  if (!Array.from(values).every(Number.isFinite)) throw new RangeError('no plane through numbers that are not finite');
  const x = centred(values, rows, columns);
  const matrix = scatter(x, rows, columns);
  const all = matrix.reduce((sum, value, i) => sum + (i % (columns + 1) === 0 ? value : 0), 0);
  const { values: spreads, vectors } = symmetricEigen(matrix, columns);
  const points = new Float64Array(2 * rows);
  const explained = [0, 1].map((axis) => {
    if (!((spreads[axis] ?? 0) > all * LEAST)) return 0;
    const unit = vectors.subarray(axis * columns, (axis + 1) * columns);
    const along = Float64Array.from({ length: rows }, (_, i) => dot(x.subarray(i * columns, (i + 1) * columns), unit));
    const farthest = along.reduce((far, value) => (Math.abs(value) > Math.abs(far) ? value : far), 0);
    along.forEach((value, i) => (points[2 * i + axis] = farthest < 0 ? -value : value));
    return dot(along, along) / all;
  });
  return { points, explained: [explained[0] ?? 0, explained[1] ?? 0] };
}
