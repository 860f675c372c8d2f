/**
 * Error along the line between the trunks of the last two tasks, each with its own head (linear mode connectivity;
 * Frankle et al. 2020). A bump says that their mean is a worse network than either.
 */
import { laneCount } from '../../spec/experiment';
import type { CohortData } from '../cohortData';
import { LINE_POINTS } from '../events';
import type { TowerLayout } from '../layout';
import { splitScores } from '../splitScores';

/**
 * @param theta [R,P]
 * @param outputsOf raw outputs on the test rows of changed rows [R,P]
 * @returns [L * LINE_POINTS] mean test score of the two tasks; 0 = the first one's trunk, last = the second one's.
 */
export async function measureInterpolation(
  data: CohortData,
  layout: TowerLayout,
  theta: Float32Array,
  outputsOf: (theta: Float32Array) => Promise<Float32Array>,
): Promise<Float32Array> {
  const lanes = laneCount(data.spec);
  const { tasks } = data;
  const [a, b] = [tasks - 2, tasks - 1];
  const line = new Float32Array(lanes * LINE_POINTS);
  for (let point = 0; point < LINE_POINTS; point++) {
    const moved = between(layout, theta, [a, b], point / (LINE_POINTS - 1));
    const { score } = splitScores(data, await outputsOf(moved), 'test');
    for (let lane = 0; lane < lanes; lane++) {
      line[lane * LINE_POINTS + point] = ((score[lane * tasks + a] ?? 0) + (score[lane * tasks + b] ?? 0)) / 2;
    }
  }
  return line;
}

/**
 * theta with (1 - share) times the trunk of task a plus share times that of task b in all rows of a network, in single
 * precision. Rows of other tasks are replaced too: their scores are not looked at.
 */
function between(
  layout: TowerLayout,
  theta: Float32Array,
  [a, b]: readonly [number, number],
  share: number,
): Float32Array {
  const { columns, trunkColumns, taskOutputs } = layout;
  const [near, far] = [Math.fround(1 - share), Math.fround(share)];
  const moved = theta.slice();
  for (let row = 0; row * columns < theta.length; row++) {
    const first = row - (row % taskOutputs.length);
    for (let column = 0; column < trunkColumns; column++) {
      const from = theta[(first + a) * columns + column] ?? 0;
      const to = theta[(first + b) * columns + column] ?? 0;
      moved[row * columns + column] = Math.fround(from * near) + Math.fround(to * far);
    }
  }
  return moved;
}
