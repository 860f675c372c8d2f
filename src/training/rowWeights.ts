import { tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import { dataRows, longestSplit, type CohortData, type RowLimits, type SplitName } from './cohortData';

/**
 * Weights that make a sum over rows the mean over a task's rows in use, for every (point, seed, task): [U, n, 1] with
 * zeros on the others, or [U, 1, 1] where all are in use. The caller disposes the tensor.
 * @param batch rows per step, `null` for the whole split.
 * @param limits `null` when no task has one.
 */
export function rowWeights(
  data: CohortData,
  split: SplitName,
  batch: number | null,
  limits: RowLimits | null = null,
): Tensor {
  const rows = dataRows(data);
  const longest = batch ?? longestSplit(data, split);
  const even = limits === null && (batch !== null || rows.every((task) => task[split].rows === longest));
  const height = even ? 1 : longest;
  const host = new Float32Array(rows.length * height);
  rows.forEach((task, u) => {
    const used = Math.min(limits?.[u % data.tasks] ?? Infinity, batch ?? task[split].rows);
    host.fill(1 / used, u * height, u * height + Math.min(height, used));
  });
  return tensor3d(host, [rows.length, height, 1]);
}
