/**
 * A reader's own table. A seed draws the split (60/20/20, within the levels of the first target that has levels) and which training
 * rows carry a task's label. Inputs: numbers and yes/no standardised by the training rows, categories as one column per level.
 */
import { createStream, permutation } from '../numeric/random';
import { unpackNumbers } from '../spec/packedNumbers';
import type { OwnColumn, OwnSource } from '../spec/sources/own';
import { inputWidth, taskShapes } from '../spec/taskShapes';
import { columnScale, standardise } from './standardise';
import { stratifiedSplit, type StratifiedSplit } from './stratify';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';

/** @throws RangeError when the column does not hold as many numbers as the table has rows */
function valuesOf(column: OwnColumn, rows: number): Float32Array {
  const values = unpackNumbers(column.values);
  if (values?.length !== rows) throw new RangeError(`column ${column.name} does not hold ${rows} numbers`);
  return values;
}

/** The split of a seed, as row numbers; the sizes are those of `ownSplit`. */
export function ownRows(source: OwnSource, seed: number): StratifiedSplit {
  const stratum = source.targets.find((target) => target.kind !== 'number');
  const strata = stratum === undefined ? new Float32Array(source.rows) : valuesOf(stratum, source.rows);
  return stratifiedSplit(Array.from(strata), (index) => createStream(seed, 'own.split', index));
}

function labelledRows(
  train: readonly number[],
  task: number,
  labelled: number | null,
  seed: number,
): readonly number[] {
  if (labelled === null) return train;
  if (labelled > train.length) throw new RangeError(`there are ${train.length} training rows, not ${labelled}`);
  const order = permutation(createStream(seed, 'own.labelled', task), train.length);
  return Array.from(order.subarray(0, labelled), (position) => train[position] ?? 0);
}

/** Writes what one column says of a row: `width` numbers from position `at` on. */
interface Encoder {
  readonly width: number;
  write(into: Float32Array, at: number, row: number): void;
}

function inputEncoder(column: OwnColumn, rows: number, train: readonly number[]): Encoder {
  const values = valuesOf(column, rows);
  if (column.kind === 'category') {
    return {
      width: column.levels.length,
      write: (into, at, row) => (into[at + (values[row] ?? NaN)] = 1),
    };
  }
  const scale = columnScale(train.map((row) => values[row] ?? NaN));
  return { width: 1, write: (into, at, row) => (into[at] = standardise(values[row] ?? NaN, scale)) };
}

function targetEncoder(column: OwnColumn, rows: number, labelled: readonly number[]): Encoder {
  // Yes and no are the numbers 1 and 0 of the loss; only measured targets have a scale.
  if (column.kind !== 'yesNo') return inputEncoder(column, rows, labelled);
  const values = valuesOf(column, rows);
  return { width: 1, write: (into, at, row) => (into[at] = values[row] ?? NaN) };
}

function encode(rows: readonly number[], encoders: readonly Encoder[]): Float32Array {
  const width = encoders.reduce((sum, encoder) => sum + encoder.width, 0);
  const encoded = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    let at = i * width;
    for (const encoder of encoders) {
      encoder.write(encoded, at, row);
      at += encoder.width;
    }
  });
  return encoded;
}

/**
 * Targets with all labels hold the same `inputs` object. Noise-free targets are unknown (`clean` is null).
 * @throws RangeError when a column is damaged or a task asks for more labelled rows than there are (the spec refuses it before).
 */
export function drawOwn(source: OwnSource, seed: number): TaskSuite {
  const split = ownRows(source, seed);
  const encoders = source.inputs.map((column) => inputEncoder(column, source.rows, split.train));
  const common = {
    train: encode(split.train, encoders),
    validation: encode(split.validation, encoders),
    test: encode(split.test, encoders),
  };
  const tasks = taskShapes(source).map((shape, task): TaskData => {
    const column = source.targets[task];
    if (column === undefined) throw new RangeError(`there is no target ${task}`);
    const labelled = labelledRows(split.train, task, source.labelled[task] ?? null, seed);
    const target = [targetEncoder(column, source.rows, labelled)];
    const toSplit = (rows: readonly number[], inputs: Float32Array): TaskSplit => ({
      rows: rows.length,
      inputs,
      targets: encode(rows, target),
      clean: null,
    });
    return {
      shape,
      train: toSplit(labelled, labelled === split.train ? common.train : encode(labelled, encoders)),
      validation: toSplit(split.validation, common.validation),
      test: toSplit(split.test, common.test),
    };
  });
  return { inputs: inputWidth(source), tasks, fresh: null };
}
