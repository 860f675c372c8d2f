/** Losses and scores of all rows of a group of lanes from raw outputs read back. */
import { laneCount } from '../spec/experiment';
import { dataRowOf, splitOf, type CohortData, type SplitName } from './cohortData';
import { measure } from './measure';

export interface SplitScores {
  /** [L*T] */
  readonly loss: Float32Array;
  /** [L*T] */
  readonly score: Float32Array;
}

/** @param outputs [R, n, O] with n the longest split of that name. */
export function splitScores(data: CohortData, outputs: Float32Array, name: SplitName): SplitScores {
  const rows = laneCount(data.spec) * data.tasks;
  const loss = new Float32Array(rows);
  const score = new Float32Array(rows);
  const perRow = outputs.length / rows;
  for (let row = 0; row < rows; row++) {
    const { task, split } = splitOf(data, dataRowOf(data.spec, data.tasks, row), name);
    const measured = measure(task.shape, split, outputs, row * perRow, data.outputs);
    loss[row] = measured.loss;
    score[row] = measured.score;
  }
  return { loss, score };
}
