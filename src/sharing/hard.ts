/**
 * Hard parameter sharing (Caruana 1997; LibMTL `HPS`): min over theta, phi of sum_t w_t L_t(theta, phi_t).
 *
 * The tied columns take the *sum* of the task gradients, so with plain gradient descent it is soft sharing with
 * lambda -> infinity at T times the learning rate (soft averages). Two different things carry the name: a shared trunk
 * with a head per task, and full sharing, where the heads are tied too; they behave oppositely on negated labels.
 * With groups, each group of tasks is such a network of its own (Standley et al. 2020).
 */
import type { HardScheme } from '../spec/scheme';
import { FREE_ROWS, type RowRule, type TowerDepth } from './rowRule';

/** @throws RangeError when the split lies outside the tower. */
export function hardRule(scheme: HardScheme, depth: TowerDepth): RowRule {
  if (!Number.isInteger(scheme.sharedLayers) || scheme.sharedLayers < 0 || scheme.sharedLayers > depth.layers) {
    throw new RangeError(`sharedLayers must be an integer in 0..${depth.layers}, got ${scheme.sharedLayers}`);
  }
  return { ...FREE_ROWS, tiedLayers: scheme.sharedLayers, groups: scheme.groups };
}
