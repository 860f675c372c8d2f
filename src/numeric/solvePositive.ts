/** A pivot this much smaller than the entry it came from is rounding noise. */
const RANK_TOLERANCE = 1e-14;

/** Lower triangle of A = L L', in place of A; `false` when A is not positive definite to working precision. */
function factor(a: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let entry = a[i * n + j] ?? 0;
      const before = entry;
      for (let k = 0; k < j; k++) entry -= (a[i * n + k] ?? 0) * (a[j * n + k] ?? 0);
      if (i > j) a[i * n + j] = entry / (a[j * (n + 1)] ?? 1);
      else if (entry > RANK_TOLERANCE * before) a[j * (n + 1)] = Math.sqrt(entry);
      else return false;
    }
  }
  return true;
}

/** L y = b, then L' x = y, in place of column `column` of b. */
function substitute(l: Float64Array, n: number, b: Float64Array, columns: number, column: number): void {
  for (let i = 0; i < n; i++) {
    let value = b[i * columns + column] ?? 0;
    for (let k = 0; k < i; k++) value -= (l[i * n + k] ?? 0) * (b[k * columns + column] ?? 0);
    b[i * columns + column] = value / (l[i * (n + 1)] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    let value = b[i * columns + column] ?? 0;
    for (let k = i + 1; k < n; k++) value -= (l[k * n + i] ?? 0) * (b[k * columns + column] ?? 0);
    b[i * columns + column] = value / (l[i * (n + 1)] ?? 1);
  }
}

/**
 * x with A x = b for symmetric positive definite A, by Cholesky's factors; without exceptions, for use in every step.
 * @param a n x n, row-major; only its lower triangle is read
 * @param b n x columns, row-major
 * @returns n x columns, or `null` when A is singular to working precision or not positive definite
 * @throws RangeError when sizes do not fit
 */
export function solvePositive(a: Float64Array, n: number, b: Float64Array, columns = 1): Float64Array | null {
  if (a.length !== n * n || b.length !== n * columns) {
    throw new RangeError(`${a.length} and ${b.length} entries do not make ${n} equations`);
  }
  const triangle = a.slice();
  if (!factor(triangle, n)) return null;
  const x = b.slice();
  for (let column = 0; column < columns; column++) substitute(triangle, n, x, columns, column);
  return x;
}
