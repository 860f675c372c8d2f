/**
 * Task affinity (TAG; Fifty et al. 2021, arXiv 2109.04617): Z_ij = 1 - L_j(trunk - eta grad_i L_i, head_j) / L_j, the part
 * of task j's loss that one step on task i alone removes. On full training losses; the step is a plain gradient step.
 */
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import { laneCount } from '../../spec/experiment';
import { mul, reshape, scalarOf, slice, sub, trunkMask } from './rowTensors';
import type { CohortData } from '../cohortData';
import type { TowerLayout } from '../layout';
import { readBack } from '../readBack';
import { splitScores } from '../splitScores';

/** eta. Large enough to be seen in single precision, small enough for the first order to decide the sign. */
const STEP = 0.1;

/**
 * @param theta [R,P] @param gradients [R,P] of the unweighted losses
 * @param outputsOf raw outputs on the training rows of changed rows [R,P]
 * @param losses [L*T] training losses of theta
 * @returns [L*T*T], Z[i*T+j]
 */
export async function measureAffinity(
  data: CohortData,
  layout: TowerLayout,
  theta: Tensor,
  gradients: Tensor,
  outputsOf: (theta: Tensor) => Tensor,
  losses: Float32Array,
): Promise<Float32Array> {
  const lanes = laneCount(data.spec);
  const { tasks } = data;
  const cube = [lanes, tasks, layout.columns];
  const affinity = new Float32Array(lanes * tasks * tasks);
  for (let i = 0; i < tasks; i++) {
    const outputs = await readBack(
      tidy(() => {
        const own = slice(reshape(gradients, cube), [0, i, 0], [lanes, 1, layout.columns]);
        const step = mul(mul(own, trunkMask(layout)), scalarOf(STEP));
        return outputsOf(reshape(sub(reshape(theta, cube), step), [lanes * tasks, layout.columns]));
      }),
    );
    const { loss } = splitScores(data, outputs, 'train');
    loss.forEach((after, row) => {
      const before = losses[row] ?? 0;
      const lane = Math.floor(row / tasks);
      affinity[lane * tasks * tasks + i * tasks + (row % tasks)] = before > 0 ? 1 - after / before : 0;
    });
  }
  return affinity;
}
