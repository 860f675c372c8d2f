/**
 * Can the task still be read from the shared features? A fresh linear classifier, fitted to the frozen features of the
 * training rows and judged on those of the test rows; 1 / tasks is chance, where an adversary wants it.
 */
import { matrix, type Matrix } from '../numeric/linear';
import { balancedAccuracy, fitDiscriminant } from '../numeric/linearDiscriminant';
import { dataRowOf, splitOf, type CohortData, type SplitName } from './cohortData';

/** Rows per task that the classifier is fitted to and judged on, at most: enough for two digits. */
const ROWS = 500;

/** Features [L, T, n, h] of one split, read back. */
interface SharedFeatures {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** One matrix of rows per task of a lane, without padding. */
function classesOf(data: CohortData, features: SharedFeatures, split: SplitName, lane: number): readonly Matrix[] {
  const [, tasks = 0, n = 0, width = 0] = features.shape;
  return Array.from({ length: tasks }, (_, task) => {
    const row = lane * tasks + task;
    const rows = Math.min(ROWS, splitOf(data, dataRowOf(data.spec, tasks, row), split).split.rows);
    const begin = row * n * width;
    return matrix(rows, width, Float64Array.from(features.values.subarray(begin, begin + rows * width)));
  });
}

/** Accuracy of each lane's probe, [L]. */
export function probeDomains(data: CohortData, train: SharedFeatures, test: SharedFeatures): Float32Array {
  const [lanes = 0] = train.shape;
  return Float32Array.from({ length: lanes }, (_, lane) => {
    const classifier = fitDiscriminant(classesOf(data, train, 'train', lane));
    return balancedAccuracy(classifier, classesOf(data, test, 'test', lane));
  });
}
