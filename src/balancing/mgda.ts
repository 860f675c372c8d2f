/**
 * MGDA (Desideri 2012; Sener & Koltun 2018): w minimises |sum w_t g_t|^2 over the simplex: the shortest vector of the
 * convex hull of the gradients. (Gw)_i >= w'Gw for all i, with equality where w_i > 0, so d . g_i >= |d|^2: no task is
 * harmed, and d = 0 exactly at Pareto-stationary points. It leans to the task with the small gradient.
 *
 * Exact, by looking at every face of the simplex. (Other code searches: TorchJD by Frank-Wolfe to 1e-3; LibMTL and the
 * authors clamp the weight of a pair to .001 ... .999, and the authors' loop never counts its iterations.)
 */
import { matrix, SingularMatrixError, solve } from '../numeric/linear';
import type { MgdaBalancing } from '../spec/balancing';
import { gramianOf, spread, type GradientGeometry } from './gramianOf';
import type { BalancingMethod } from './method';
import { simplexFaces } from './simplexFaces';

/**
 * Minimiser on the affine hull of a face, in units beta_t = w_t |g_t|: [C u; u' 0] [beta; m] = [0; 1], u = 1 / |g|.
 * `null` when the gradients of the face depend on each other: a smaller face holds the minimum as well.
 */
function onFace(face: readonly number[], { tasks, lengths, cosines }: GradientGeometry): readonly number[] | null {
  const size = face.length;
  const shortest = face.reduce((least, t) => Math.min(least, lengths[t] ?? 0), Infinity);
  const system = matrix(size + 1, size + 1);
  face.forEach((s, i) => {
    face.forEach((t, j) => (system.data[i * (size + 1) + j] = cosines[s * tasks + t] ?? 0));
    const border = shortest / (lengths[s] ?? 1);
    system.data[i * (size + 1) + size] = border;
    system.data[size * (size + 1) + i] = border;
  });
  const right = matrix(size + 1, 1);
  right.data[size] = 1;
  try {
    const { data } = solve(system, right);
    return face.map((t, i) => ((data[i] ?? 0) * shortest) / (lengths[t] ?? 1));
  } catch (error) {
    if (error instanceof SingularMatrixError) return null;
    throw error;
  }
}

/** [T] weights on the simplex of the shortest vector. Tasks without a gradient share the whole weight: d = 0. */
export function shortestWeights(geometry: GradientGeometry): Float64Array {
  const { tasks, lengths, cosines, present } = geometry;
  const faces = simplexFaces(tasks);
  if (present.length < tasks) return lengths.map((length) => (length > 0 ? 0 : 1 / (tasks - present.length)));
  let best: Float64Array = new Float64Array(tasks);
  let least = Infinity;
  for (const face of faces) {
    const weights = onFace(face, geometry);
    if (weights === null || weights.some((weight) => !(weight >= 0))) continue;
    const beta = face.map((t, i) => (weights[i] ?? 0) * (lengths[t] ?? 0));
    const square = face.reduce(
      (sum, s, i) =>
        sum + face.reduce((row, t, j) => row + (beta[i] ?? 0) * (beta[j] ?? 0) * (cosines[s * tasks + t] ?? 0), 0),
      0,
    );
    if (square < least) [best, least] = [spread(weights, face, tasks), square];
  }
  return best;
}

export const mgda: BalancingMethod<MgdaBalancing> = {
  kind: 'mgda',
  needs: 'gramian',
  scales: 'gradients',
  initialState: () => new Float64Array(0),
  weigh: (_settings, { gramian, rows, state }) => ({
    weights: shortestWeights(gramianOf(gramian, rows.length)),
    state,
  }),
};
