/**
 * Nash-MTL (Navon et al. 2022): the bargaining solution, alpha > 0 with G alpha = 1 / alpha (elementwise), d = sum alpha_t g_t.
 * |d|^2 = T always, and scaling a gradient changes nothing in d.
 *
 * alpha minimises the convex a'Ga/2 - sum log a_t, found by damped Newton steps. (The authors iterate 20 convex problems with
 * a solver library, to 1e-3, and clip |d| to 1.) At Pareto-stationary points alpha grows without bound and d loses
 * its meaning: there all weights are zero and the tied columns stand still. So does a task without any gradient.
 */
import { solvePositive } from '../numeric/solvePositive';
import type { NashBalancing } from '../spec/balancing';
import { gramianOf } from './gramianOf';
import type { BalancingMethod } from './method';

/**
 * Where the shortest vector between the unit gradients is below sqrt(T) / this, its direction is rounding noise: products
 * of gradients come in single precision.
 */
const LARGEST_SUM = 1e4;
const MOST_STEPS = 200;

/** beta > 0 with C beta = 1 / beta, or `null` when it grows out of bounds. @throws RangeError when it does not converge. */
function bargain(cosines: Float64Array, tasks: number): Float64Array | null {
  // The best multiple of (1, ..., 1), which for two tasks is the solution.
  const total = cosines.reduce((sum, cosine) => sum + cosine, 0);
  let beta: Float64Array = new Float64Array(tasks).fill(Math.sqrt(tasks / Math.max(total, tasks / LARGEST_SUM ** 2)));
  let before = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = new Float64Array(tasks);
    const hessian = cosines.slice();
    beta.forEach((value, s) => {
      let slope = -1 / value;
      for (let t = 0; t < tasks; t++) slope += (cosines[s * tasks + t] ?? 0) * (beta[t] ?? 0);
      gradient[s] = slope;
      hessian[s * (tasks + 1)] = (cosines[s * (tasks + 1)] ?? 0) + 1 / (value * value);
    });
    const newton = solvePositive(hessian, tasks, gradient);
    if (newton === null) return null;
    // The function is self-concordant: a step of 1 / (1 + decrement) stays positive and always descends.
    const decrement = Math.sqrt(
      Math.max(
        0,
        gradient.reduce((sum, slope, t) => sum + slope * (newton[t] ?? 0), 0),
      ),
    );
    const length = decrement < 0.25 ? 1 : 1 / (1 + decrement);
    beta = beta.map((value, t) => value - length * (newton[t] ?? 0));
    if (beta.reduce((sum, value) => sum + value, 0) > LARGEST_SUM) return null;
    // Where beta is large, rounding ends the quadratic convergence before 1e-12.
    if (decrement < 1e-12 || (decrement < 1e-6 && decrement >= before)) return beta;
    before = decrement;
  }
  throw new RangeError('the bargaining equations were not solved');
}

export const nash: BalancingMethod<NashBalancing> = {
  kind: 'nash',
  needs: 'gramian',
  scales: 'gradients',
  initialState: () => new Float64Array(0),
  weigh(_settings, { gramian, rows, state }) {
    const { tasks, lengths, cosines, present } = gramianOf(gramian, rows.length);
    const beta = present.length < tasks ? null : bargain(cosines, tasks);
    const weights = beta?.map((value, t) => value / (lengths[t] ?? 1)) ?? new Float64Array(tasks);
    return { weights, state };
  },
};
