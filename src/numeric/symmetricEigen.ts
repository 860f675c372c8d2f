/** Eigenvalues of a symmetric n x n matrix, largest first, with their unit vectors: vector k is `vectors[k*n .. k*n+n-1]`. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Sweeps over all pairs; convergence is quadratic, ten are never reached for the sizes used here. */
const MOST_SWEEPS = 60;

/** Sets a_pq to zero by a rotation of rows and columns p and q, and applies it to the vectors (rows p and q). */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const at = (matrix: Float64Array, i: number, j: number): number => matrix[i * n + j] ?? 0;
  const off = at(a, p, q);
  if (off === 0) return;
  // The smaller of the two angles, from the stable formula for its tangent.
  const theta = (at(a, q, q) - at(a, p, p)) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) {
    const [kp, kq] = [at(a, k, p), at(a, k, q)];
    a[k * n + p] = cosine * kp - sine * kq;
    a[k * n + q] = sine * kp + cosine * kq;
  }
  for (let k = 0; k < n; k++) {
    const [pk, qk] = [at(a, p, k), at(a, q, k)];
    a[p * n + k] = cosine * pk - sine * qk;
    a[q * n + k] = sine * pk + cosine * qk;
    const [vp, vq] = [at(vectors, p, k), at(vectors, q, k)];
    vectors[p * n + k] = cosine * vp - sine * vq;
    vectors[q * n + k] = sine * vp + cosine * vq;
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

function offDiagonal(a: Float64Array, n: number): number {
  return a.reduce((most, value, i) => (i % (n + 1) === 0 ? most : Math.max(most, Math.abs(value))), 0);
}

/**
 * Cyclic Jacobi method (Golub & Van Loan, Matrix Computations, section 8.5): + - * / and square roots alone, so the same
 * bits everywhere. Meant for a handful of rows.
 * @param matrix n x n, row-major; only its symmetric part has a meaning
 * @throws RangeError when the number of entries is not n x n, or an entry is not finite
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  if (matrix.length !== n * n) throw new RangeError(`${matrix.length} entries do not make ${n} x ${n}`);
  if (!matrix.every(Number.isFinite)) throw new RangeError('eigenvalues of numbers that are not finite');
  const a = matrix.slice();
  const vectors = Float64Array.from(a, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const scale = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > scale * 1e-17; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
    }
  }
  const diagonal = (k: number): number => a[k * (n + 1)] ?? 0;
  const order = Array.from({ length: n }, (_, k) => k).sort((i, j) => diagonal(j) - diagonal(i));
  return {
    values: Float64Array.from(order, diagonal),
    vectors: Float64Array.from(order.flatMap((k) => [...vectors.subarray(k * n, (k + 1) * n)])),
  };
}
