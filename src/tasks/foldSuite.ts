/**
 * One fold of a k-fold cross-validation: training and validation rows of a drawn suite are pooled, dealt into k parts in
 * an order of the seed, and part `index` becomes the validation rows. Test rows stay apart. Folds depend on the seed and
 * the number of rows only, so all arms see the same.
 */
import { createStream, permutation } from '../numeric/random';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';

interface Fold {
  readonly index: number;
  readonly of: number;
}

/** Row i of the pool: training rows first. */
function chosen(from: readonly Float32Array[], rows: readonly number[], pick: readonly number[]): Float32Array {
  const count = rows.reduce((sum, n) => sum + n, 0);
  const width = from.reduce((sum, part) => sum + part.length, 0) / Math.max(1, count);
  const result = new Float32Array(pick.length * width);
  pick.forEach((row, i) => {
    const [first = 0] = rows;
    const source = row < first ? from[0] : from[1];
    const at = (row < first ? row : row - first) * width;
    if (source) result.set(source.subarray(at, at + width), i * width);
  });
  return result;
}

/** @throws RangeError when the fold is none of its k, or a task has fewer pooled rows than folds. */
export function foldSuite(suite: TaskSuite, fold: Fold, seed: number): TaskSuite {
  if (!(Number.isInteger(fold.index) && fold.index >= 0 && fold.index < fold.of)) {
    throw new RangeError(`fold must be an integer in 0..${fold.of - 1}, got ${fold.index}`);
  }
  // Tasks that share one inputs object go on sharing one.
  const shared = new Map<Float32Array, { train: Float32Array; validation: Float32Array }>();
  const tasks = suite.tasks.map((task): TaskData => {
    const rows = [task.train.rows, task.validation.rows];
    const count = task.train.rows + task.validation.rows;
    if (count < fold.of) throw new RangeError(`${fold.of} folds need as many rows, got ${count}`);
    const order = [...permutation(createStream(seed, 'folds.order'), count)];
    const train = order.filter((_, position) => position % fold.of !== fold.index);
    const validation = order.filter((_, position) => position % fold.of === fold.index);
    const both = (part: (split: TaskSplit) => Float32Array) => [part(task.train), part(task.validation)];
    const inputs = shared.get(task.train.inputs) ?? {
      train: chosen(
        both((split) => split.inputs),
        rows,
        train,
      ),
      validation: chosen(
        both((split) => split.inputs),
        rows,
        validation,
      ),
    };
    shared.set(task.train.inputs, inputs);
    const { clean } = task.train;
    const split = (pick: readonly number[], own: Float32Array): TaskSplit => ({
      rows: pick.length,
      inputs: own,
      targets: chosen(
        both((each) => each.targets),
        rows,
        pick,
      ),
      clean: clean && task.validation.clean ? chosen([clean, task.validation.clean], rows, pick) : null,
    });
    return { ...task, train: split(train, inputs.train), validation: split(validation, inputs.validation) };
  });
  return { ...suite, tasks };
}
