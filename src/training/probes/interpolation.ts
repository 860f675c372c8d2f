/**
 * Error along the line between the trunks of the last two tasks, each with its own head (linear mode connectivity;
 * Frankle et al. 2020). A bump says that their mean is a worse network than either.
 */
import { tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { laneCount } from '../../spec/experiment';
import type { CohortData } from '../cohortData';
import { LINE_POINTS } from '../events';
import type { TowerLayout } from '../layout';
import { readBack } from '../readBack';
import { splitScores } from '../splitScores';
import { add, mul, reshape, scalarOf, slice, sub, trunkMask } from './rowTensors';

/**
 * @param theta [R,P]
 * @param outputsOf raw outputs on the test rows of changed rows [R,P]
 * @returns [L * LINE_POINTS] mean test score of the two tasks; 0 = the first one's trunk, last = the second one's.
 */
export async function measureInterpolation(
  data: CohortData,
  layout: TowerLayout,
  theta: Tensor,
  outputsOf: (theta: Tensor) => Tensor,
): Promise<Float32Array> {
  const lanes = laneCount(data.spec);
  const { tasks } = data;
  const [a, b] = [tasks - 2, tasks - 1];
  const cube = [lanes, tasks, layout.columns];
  const line = new Float32Array(lanes * LINE_POINTS);
  for (let point = 0; point < LINE_POINTS; point++) {
    const share = point / (LINE_POINTS - 1);
    const outputs = await readBack(
      tidy(() => {
        const rows = reshape(theta, cube);
        const trunkOf = (task: number): Tensor => slice(rows, [0, task, 0], [lanes, 1, layout.columns]);
        const between = add(mul(trunkOf(a), scalarOf(1 - share)), mul(trunkOf(b), scalarOf(share)));
        const mask = trunkMask(layout);
        const heads = mul(rows, sub(scalarOf(1), mask));
        // Rows of other tasks are replaced too: their scores are not looked at.
        const ones = tensor3d(new Float32Array(tasks).fill(1), [1, tasks, 1]);
        const moved = add(heads, mul(mul(between, mask), ones));
        return outputsOf(reshape(moved, [lanes * tasks, layout.columns]));
      }),
    );
    const { score } = splitScores(data, outputs, 'test');
    for (let lane = 0; lane < lanes; lane++) {
      line[lane * LINE_POINTS + point] = ((score[lane * tasks + a] ?? 0) + (score[lane * tasks + b] ?? 0)) / 2;
    }
  }
  return line;
}
