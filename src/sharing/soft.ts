/**
 * Soft parameter sharing by L2 distance (Duong et al. 2015, ACL P15-2139; "L2-constrained" in Ma et al. 2018).
 *
 * Pairwise: sum_t L_t + lambda sum_{s<t} |theta_s - theta_t|^2, gradient 2 lambda sum_s (theta_t - theta_s)
 * = 2 lambda T (theta_t - mean). To the mean: lambda sum_t |theta_t - mean|^2, gradient 2 lambda (theta_t - mean).
 * The identity sum_{s<t} |theta_s - theta_t|^2 = T sum_t |theta_t - mean|^2 makes the two one rule with another kappa.
 */
import type { SoftScheme } from '../spec/experiment';
import type { RowRule, TowerDepth } from './rowRule';

/** @throws RangeError when lambda is negative or not finite. */
export function softRule(scheme: SoftScheme, depth: TowerDepth): RowRule {
  if (!(scheme.lambda >= 0 && Number.isFinite(scheme.lambda))) {
    throw new RangeError(`lambda must be a number >= 0, got ${scheme.lambda}`);
  }
  return {
    tiedLayers: 0,
    coupledLayers: scheme.on === 'all' ? depth.layers : depth.trunkLayers,
    stiffness: 2 * scheme.lambda * (scheme.penalty === 'pairwise' ? depth.tasks : 1),
    coupling: scheme.coupling,
  };
}
