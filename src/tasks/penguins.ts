/**
 * Palmer penguins: three measures of a bird -> species, sex, body mass. Real data, real relatedness.
 * A seed draws the split (60/20/20 within species x sex) and which training rows carry labels.
 */
import { createStream } from '../numeric/random';
import type { PenguinsSource } from '../spec/experiment';
import { inputWidth, taskShapes } from '../spec/taskShapes';
import { PENGUIN_SPECIES, PENGUINS, type Penguin } from './penguinTable';
import { columnScale, standardise, type ColumnScale } from './standardise';
import { stratifiedOrder, stratifiedSplit, type StratifiedSplit } from './stratify';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';

type PenguinTask = PenguinsSource['tasks'][number];

/** Keys the draw of labelled rows by what the task is, so leaving out or reordering tasks changes no other task. */
const TASK_NUMBER: Readonly<Record<PenguinTask, number>> = { species: 0, sex: 1, mass: 2 };

function penguin(row: number): Penguin {
  const found = PENGUINS[row];
  if (found === undefined) throw new RangeError(`there is no penguin ${row}`);
  return found;
}

const stratumOf = (row: number) => 2 * penguin(row).species + penguin(row).sex;

/** The split of a seed, as row ids of the table: always 200 / 66 / 67 rows (`PENGUIN_ROWS`), disjoint. */
export function penguinSplit(seed: number): StratifiedSplit {
  const strata = PENGUINS.map((_, row) => stratumOf(row));
  return stratifiedSplit(strata, (stratum) => createStream(seed, 'penguins.split', stratum));
}

/**
 * Which training rows carry this task's label. `null` = all, in the common (ascending) order; else the first `labelled`
 * of a stratified order of the task's own, so fewer labels are a subset of more.
 * @throws RangeError when more labels are asked for than there are training rows, or fewer than one.
 */
export function labelledPenguins(
  train: readonly number[],
  task: PenguinTask,
  labelled: number | null,
  seed: number,
): readonly number[] {
  if (labelled === null) return train;
  if (!Number.isInteger(labelled) || labelled < 1 || labelled > train.length) {
    throw new RangeError(`labelled rows of ${task} must be 1 .. ${train.length}, got ${labelled}`);
  }
  const streamOf = (stratum: number) => createStream(seed, 'penguins.labelled', TASK_NUMBER[task], stratum);
  return stratifiedOrder(train, stratumOf, streamOf).slice(0, labelled);
}

function inputsOf(rows: readonly number[], scales: readonly ColumnScale[]): Float32Array {
  return Float32Array.from(
    rows.flatMap((row) => scales.map((scale, column) => standardise(penguin(row).features[column] ?? NaN, scale))),
  );
}

function targetsOf(task: PenguinTask, rows: readonly number[], massScale: ColumnScale): Float32Array {
  switch (task) {
    case 'species':
      return Float32Array.from(
        rows.flatMap((row) => PENGUIN_SPECIES.map((_, k) => (k === penguin(row).species ? 1 : 0))),
      );
    case 'sex':
      return Float32Array.from(rows, (row) => penguin(row).sex);
    case 'mass':
      return Float32Array.from(rows, (row) => standardise(penguin(row).mass, massScale));
  }
}

/**
 * Inputs are standardised by the whole training split (a measure needs no label), body mass by the labelled rows of its
 * own task (nothing is learned from labels the task does not have). With all labels, tasks hold the same `inputs` object.
 * @throws RangeError when a task asks for more labelled rows than the training split has.
 */
export function drawPenguins(source: PenguinsSource, seed: number): TaskSuite {
  const width = inputWidth(source);
  const shapes = taskShapes(source);
  const split = penguinSplit(seed);
  const scales = Array.from({ length: width }, (_, column) =>
    columnScale(split.train.map((row) => penguin(row).features[column] ?? NaN)),
  );
  const common = {
    train: inputsOf(split.train, scales),
    validation: inputsOf(split.validation, scales),
    test: inputsOf(split.test, scales),
  };

  const tasks = source.tasks.map((task, position): TaskData => {
    const shape = shapes[position];
    if (shape === undefined) throw new RangeError(`no shape for task ${task}`);
    const labelled = labelledPenguins(split.train, task, source.labelled[position] ?? null, seed);
    const massScale = columnScale(labelled.map((row) => penguin(row).mass));
    const toSplit = (rows: readonly number[], inputs: Float32Array): TaskSplit => ({
      rows: rows.length,
      inputs,
      targets: targetsOf(task, rows, massScale),
      clean: null,
    });
    return {
      shape,
      train: toSplit(labelled, labelled === split.train ? common.train : inputsOf(labelled, scales)),
      validation: toSplit(split.validation, common.validation),
      test: toSplit(split.test, common.test),
    };
  });
  return { inputs: width, tasks, fresh: null };
}
