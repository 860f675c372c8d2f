/**
 * Staying near a row while learning something else: gradients of the two anchor penalties, and the exact answer for
 * linear tasks.
 * - L2: lambda |theta - theta_A|^2, the asymmetric form of soft sharing (one side stands still).
 * - Elastic weight consolidation (Kirkpatrick et al. 2017): lambda / 2 sum_i F_i (theta_i - theta_A,i)^2 with the diagonal
 *   Fisher information of task A at theta_A. Mind the factor: F = 1 at lambda is L2 at lambda / 2.
 */
import { matrix, solve } from '../numeric/linear';
import type { TaskMoments } from '../numeric/softRidge';
import type { Row } from './towerShape';

/** 2 lambda (theta - theta_A). */
export function l2AnchorGradient(row: Row, anchor: Row, lambda: number): Float64Array {
  return Float64Array.from({ length: row.length }, (_, i) => 2 * lambda * ((row[i] ?? 0) - (anchor[i] ?? 0)));
}

/** lambda F (theta - theta_A), number by number. */
export function ewcAnchorGradient(row: Row, anchor: Row, fisher: Row, lambda: number): Float64Array {
  return Float64Array.from(
    { length: row.length },
    (_, i) => lambda * (fisher[i] ?? 0) * ((row[i] ?? 0) - (anchor[i] ?? 0)),
  );
}

/**
 * Minimiser of |y - X w|^2 / n + lambda |w - w_A|^2: (G + lambda I)^-1 (c + lambda w_A), G = X'X / n, c = X'y / n.
 * What a linear task B, trained to the end at the anchor w_A, comes to.
 * @throws SingularMatrixError when the minimiser is not unique
 */
export function anchoredLeastSquares({ gram, moment }: TaskMoments, lambda: number, anchor: Row): Float64Array {
  const d = moment.length;
  const left = gram.data.map((value, at) => (at % (d + 1) === 0 ? value + lambda : value));
  const right = moment.map((value, i) => value + lambda * (anchor[i] ?? 0));
  return solve(matrix(d, d, left), matrix(d, 1, right)).data;
}
