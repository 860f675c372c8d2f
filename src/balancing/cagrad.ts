/**
 * CAGrad (Liu, Liu, Jin, Stone & Liu 2021): the direction within c |g_0| of the mean gradient g_0 that is best for the worst
 * task: max_d min_i g_i . d. With g_w = sum w_t g_t, its dual is min_{w on the simplex} g_w . g_0 + c |g_0| |g_w|, and
 * d = g_0 + c |g_0| g_w / |g_w|.
 *
 * c = 0 is the mean gradient, c -> infinity the direction of MGDA; |d - g_0| = c |g_0|; no conflict for c >= 1. The authors
 * divide by 1 + c^2 (or 1 + c in their toy), which Adam does not see; not done here. Their toy searches w numerically; here
 * it is exact: on a face of the simplex the stationary point solves a quadratic equation.
 *
 * Where the hull of the gradients holds zero and no direction improves the worst task (Pareto-stationary), no d is
 * defined: all weights zero, as in TorchJD.
 */
import { solvePositive } from '../numeric/solvePositive';
import type { CagradBalancing } from '../spec/balancing';
import { gramianOf, principalPart, spread, type GradientGeometry } from './gramianOf';
import type { BalancingMethod } from './method';
import { simplexFaces } from './simplexFaces';

interface Problem extends GradientGeometry {
  /** [T] g_t . g_0 / |g_t| */
  readonly towardsMean: Float64Array;
  /** c |g_0| */
  readonly radius: number;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/**
 * The stationary point with sum 1 on the hull of a face, in units beta_t = w_t |g_t|: C beta = v (mu u - q), u = 1 / |g|,
 * v = |g_w| / radius. Both constraints together are quadratic in mu; v > 0 takes its larger root.
 */
function onFace(face: readonly number[], problem: Problem): readonly number[] | null {
  const size = face.length;
  // A corner of the simplex has one point only.
  if (size === 1) return face.map((t) => problem.lengths[t] ?? 0);
  const u = face.map((t) => 1 / (problem.lengths[t] ?? 1));
  const q = face.map((t) => problem.towardsMean[t] ?? 0);
  const right = Float64Array.from(face.flatMap((_, i) => [u[i] ?? 0, q[i] ?? 0]));
  const solved = solvePositive(principalPart(problem.cosines, problem.tasks, face), size, right, 2);
  if (solved === null) return null;
  const forU = face.map((_, i) => solved[2 * i] ?? 0);
  const forQ = face.map((_, i) => solved[2 * i + 1] ?? 0);
  const [uu, uq, qq] = [dot(u, forU), dot(u, forQ), dot(q, forQ)];
  const root = Math.sqrt(uq * uq - uu * (qq - problem.radius * problem.radius));
  if (!(root > 0)) return null;
  const mu = (uq + root) / uu;
  return face.map((_, i) => (mu * (forU[i] ?? 0) - (forQ[i] ?? 0)) / root);
}

/** |g_w| and g_t . g_w / |g_t| for every task, from beta [T]. */
function combine(beta: Float64Array, { tasks, cosines }: GradientGeometry) {
  const along = new Float64Array(tasks);
  for (let s = 0; s < tasks; s++) {
    let sum = 0;
    for (let t = 0; t < tasks; t++) sum += (beta[t] ?? 0) * (cosines[s * tasks + t] ?? 0);
    along[s] = sum;
  }
  return { along, length: Math.sqrt(Math.max(0, dot(beta, along))) };
}

/** Gap between the dual value and the worst task's improvement above which the stationary points are not the minimum. */
const LARGEST_GAP = 1e-7;

/** [T] weights of d. */
function weightsOf(geometry: GradientGeometry, c: number): Float64Array {
  const { tasks, lengths, present } = geometry;
  const mean = new Float64Array(tasks).fill(1 / tasks);
  const { along, length } = combine(
    lengths.map((value) => value / tasks),
    geometry,
  );
  const problem: Problem = { ...geometry, towardsMean: along, radius: c * length };
  const faces = simplexFaces(tasks).filter((face) => face.every((t) => present.includes(t)));
  if (problem.radius === 0) return mean;

  let best: { readonly beta: Float64Array; readonly value: number } | null = null;
  for (const face of faces) {
    const beta = onFace(face, problem);
    if (beta === null || beta.some((value) => !(value >= 0))) continue;
    const full = spread(beta, face, tasks);
    const value = dot(full, along) + problem.radius * combine(full, geometry).length;
    if (best === null || value < best.value) best = { beta: full, value };
  }
  if (best === null) return new Float64Array(tasks);
  const { beta, value } = best;
  const found = combine(beta, geometry);
  const improvement = lengths.map(
    (norm, t) => norm * ((along[t] ?? 0) + (problem.radius * (found.along[t] ?? 0)) / found.length),
  );
  const worst = Math.min(...improvement);
  const scale = Math.max(...lengths) * (length + problem.radius);
  if (!(value - worst <= LARGEST_GAP * scale)) return new Float64Array(tasks);
  return mean.map((share, t) => {
    const norm = lengths[t] ?? 0;
    return share + (norm > 0 ? (problem.radius * (beta[t] ?? 0)) / (found.length * norm) : 0);
  });
}

export const cagrad: BalancingMethod<CagradBalancing> = {
  kind: 'cagrad',
  needs: 'gramian',
  scales: 'gradients',
  initialState: () => new Float64Array(0),
  weigh: ({ c }, { gramian, rows, state }) => ({ weights: weightsOf(gramianOf(gramian, rows.length), c), state }),
};
