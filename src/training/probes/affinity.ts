/**
 * Task affinity (TAG; Fifty et al. 2021, arXiv 2109.04617): Z_ij = 1 - L_j(trunk - eta grad_i L_i, head_j) / L_j, the part
 * of task j's loss that one step on task i alone removes. On full training losses; the step is a plain gradient step.
 */
import { laneCount } from '../../spec/experiment';
import type { CohortData } from '../cohortData';
import type { TowerLayout } from '../layout';
import { splitScores } from '../splitScores';

/** eta. Large enough to be seen in single precision, small enough for the first order to decide the sign. */
const STEP = Math.fround(0.1);

/**
 * @param theta [R,P] @param gradients [R,P] of the unweighted losses
 * @param outputsOf raw outputs on the training rows of changed rows [R,P]
 * @param losses [L*T] training losses of theta
 * @returns [L*T*T], Z[i*T+j]
 */
export async function measureAffinity(
  data: CohortData,
  layout: TowerLayout,
  theta: Float32Array,
  gradients: Float32Array,
  outputsOf: (theta: Float32Array) => Promise<Float32Array>,
  losses: Float32Array,
): Promise<Float32Array> {
  const { tasks } = data;
  const affinity = new Float32Array(laneCount(data.spec) * tasks * tasks);
  for (let i = 0; i < tasks; i++) {
    const { loss } = splitScores(data, await outputsOf(stepped(layout, theta, gradients, i)), 'train');
    loss.forEach((after, row) => {
      const before = losses[row] ?? 0;
      const lane = Math.floor(row / tasks);
      affinity[lane * tasks * tasks + i * tasks + (row % tasks)] = before > 0 ? 1 - after / before : 0;
    });
  }
  return affinity;
}

/** theta after every trunk of a network has followed the gradient of task i, in single precision as a training step is. */
function stepped(layout: TowerLayout, theta: Float32Array, gradients: Float32Array, i: number): Float32Array {
  const { columns, trunkColumns, taskOutputs } = layout;
  const moved = theta.slice();
  for (let row = 0; row * columns < theta.length; row++) {
    const own = (row - (row % taskOutputs.length) + i) * columns;
    for (let column = 0; column < trunkColumns; column++) {
      const slope = gradients[own + column] ?? 0;
      moved[row * columns + column] = (moved[row * columns + column] ?? 0) - Math.fround(slope * STEP);
    }
  }
  return moved;
}
