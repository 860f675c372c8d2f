/**
 * Gradient normalisation: w_t = 1 / |g_t|, every gradient at length 1 (as in Chen et al. 2018, the case of equal norms).
 * For two tasks the direction is the bisector of the angle, which is also the direction of `nash`.
 * A task without a gradient has no direction: weight 0.
 */
import type { GradientNormalisationBalancing } from '../spec/balancing';
import { gramianOf } from './gramianOf';
import type { BalancingMethod } from './method';

export const gradientNormalisation: BalancingMethod<GradientNormalisationBalancing> = {
  kind: 'gradient-normalisation',
  needs: 'gramian',
  scales: 'gradients',
  initialState: () => new Float64Array(0),
  weigh(_settings, { gramian, rows, state }) {
    const { lengths } = gramianOf(gramian, rows.length);
    return { weights: lengths.map((length) => (length > 0 ? 1 / length : 0)), state };
  },
};
