/** A small table that the preset itself carries, for oracles and for a reader's own numbers. */
import { checkTable } from '../checks/checkTable';
import type { Loss, TaskShape } from '../taskShape';
import type { SourceDescription } from './description';
import { tableFields } from './tableFields';

export interface TableTask {
  readonly name: string;
  readonly loss: Loss;
  /** n x d inputs of this task; `null` = the table's common inputs. */
  readonly inputs: readonly (readonly number[])[] | null;
  /** n x outputs for mse / sigmoid (0 or 1); n x 1 class indices (0-based integers) for softmax. */
  readonly targets: readonly (readonly number[])[];
  /** Number of classes (softmax only), else `null`. */
  readonly classes: number | null;
}

/** A small table inside the preset itself; at most 2,000 numbers. */
export interface TableSource {
  readonly source: 'table';
  /** Common inputs n x d, or `null` when each task brings its own. */
  readonly inputs: readonly (readonly number[])[] | null;
  readonly tasks: readonly TableTask[];
  /** Fixed split by row index (same for each task); `null` = every row is in train, validation and test alike. */
  readonly split: {
    readonly train: readonly number[];
    readonly validation: readonly number[];
    readonly test: readonly number[];
  } | null;
}

export const table: SourceDescription<typeof tableFields, TableSource> = {
  fields: tableFields,
  resolve: (written) => ({
    source: 'table',
    inputs: written.inputs ?? null,
    tasks: written.tasks.map((task): TableTask => {
      const loss = task.loss ?? 'mse';
      const classes = loss === 'softmax' ? (task.classes ?? largestClass(task.targets) + 1) : null;
      return { name: task.name, loss, inputs: task.inputs ?? null, targets: task.targets, classes };
    }),
    split: written.split ?? null,
  }),
  shapes: (source) =>
    source.tasks.map((task) => ({
      name: task.name,
      loss: task.loss,
      outputs: task.classes ?? task.targets[0]?.length ?? 0,
      score: scoreOf(task.loss),
    })),
  inputs: (source) => (source.tasks[0]?.inputs ?? source.inputs)?.[0]?.length ?? 0,
  rows: ({ tasks, split }) =>
    tasks.map(({ targets: { length: all } }) =>
      split === null
        ? { train: all, validation: all, test: all }
        : { train: split.train.length, validation: split.validation.length, test: split.test.length },
    ),
  check: checkTable,
  sweeps: {},
  // Without a split, pooling would put every row into the training and the validation part of each fold.
  canFold: (source) => source.split !== null,
};

/** At least 1, so that a task never has fewer than two classes. */
function largestClass(targets: readonly (readonly number[])[]): number {
  return Math.max(1, ...targets.map((row) => row[0] ?? 0));
}

function scoreOf(loss: Loss): TaskShape['score'] {
  return loss === 'mse' ? 'relativeError' : 'accuracy';
}
