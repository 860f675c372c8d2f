/**
 * Soft parameter sharing. By L2 distance (Duong et al. 2015, ACL P15-2139; "L2-constrained" in Ma et al. 2018).
 *
 * Pairwise: sum_t L_t + lambda sum_{s<t} |theta_s - theta_t|^2, gradient 2 lambda sum_s (theta_t - theta_s)
 * = 2 lambda T (theta_t - mean). To the mean: lambda sum_t |theta_t - mean|^2, gradient 2 lambda (theta_t - mean).
 * The identity sum_{s<t} |theta_s - theta_t|^2 = T sum_t |theta_t - mean|^2 makes the two one rule with another kappa.
 *
 * By absolute distance (l1), and by the nuclear norm of the stacked rows of a layer (trace; Yang & Hospedales 2017,
 * arXiv 1606.04038, in its LAF form: the last axis counts the tasks), the exact step is in `proximalRows.ts`.
 */
import type { SoftScheme } from '../spec/scheme';
import { FREE_ROWS, type RowRule, type TowerDepth } from './rowRule';

/** @throws RangeError when lambda is negative or not finite. */
export function softRule(scheme: SoftScheme, depth: TowerDepth): RowRule {
  if (!(scheme.lambda >= 0 && Number.isFinite(scheme.lambda))) {
    throw new RangeError(`lambda must be a number >= 0, got ${scheme.lambda}`);
  }
  return {
    ...FREE_ROWS,
    coupledLayers: scheme.on === 'all' ? depth.layers : depth.trunkLayers,
    stiffness: stiffness(scheme, depth.tasks),
    coupling: scheme.coupling,
    penalty: scheme.penalty === 'l1' || scheme.penalty === 'trace' ? scheme.penalty : 'squared',
  };
}

function stiffness({ lambda, penalty }: SoftScheme, tasks: number): number {
  switch (penalty) {
    case 'pairwise':
      return 2 * lambda * tasks;
    case 'mean':
      return 2 * lambda;
    case 'l1':
    case 'trace':
      return lambda;
  }
}
