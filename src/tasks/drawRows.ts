/** Rows of generated regression tasks: standard normal inputs, teachers that label them, noise on the labels. */
import { fillNormal, type RandomStream } from '../numeric/random';
import { splitRows, taskShapes } from '../spec/taskShapes';
import type { TaskSource } from '../spec/taskSource';
import type { TaskData, TaskSplit } from './taskSuite';

/** The noise-free target of one row of inputs. */
export type Teacher = (row: ArrayLike<number>) => number;

/** Sub-index of the streams of a split. Rows that are drawn without end have one of their own. */
export const SPLIT_NUMBER = { train: 0, validation: 1, test: 2, fresh: 3 } as const;
export type SplitNumber = (typeof SPLIT_NUMBER)[keyof typeof SPLIT_NUMBER];

/** Row i, column j is normal number i*d+j of the stream, so more rows extend fewer. */
export function drawInputs(stream: RandomStream, rows: number, dimension: number): Float32Array {
  const inputs = new Float32Array(rows * dimension);
  fillNormal(stream, inputs);
  return inputs;
}

/** Normal numbers of a stream times a standard deviation. */
export interface LabelNoise {
  readonly level: number;
  readonly stream: RandomStream;
}

/**
 * Labels the rows: output k of a row is what teacher k says, plus the noise number row*outputs+k. Teachers see the stored
 * single-precision inputs, so `clean` is exact for what the networks see.
 */
export function labelRows(
  inputs: Float32Array,
  dimension: number,
  teachers: readonly Teacher[],
  noise: LabelNoise | null,
): TaskSplit {
  const rows = inputs.length / dimension;
  const targets = new Float32Array(rows * teachers.length);
  const clean = new Float32Array(rows * teachers.length);
  for (let row = 0; row < rows; row++) {
    const cells = inputs.subarray(row * dimension, (row + 1) * dimension);
    teachers.forEach((teacher, output) => {
      const at = row * teachers.length + output;
      const value = teacher(cells);
      clean[at] = value;
      targets[at] = noise === null ? value : value + noise.level * noise.stream.normal(at);
    });
  }
  return { rows, inputs, targets, clean };
}

/** Draws that many rows of one split of a task. */
export type DrawSplit = (split: SplitNumber, rows: number) => TaskSplit;

/** Every task of the source, in the sizes the spec announces. @param ofTask what draws the splits of task number ... */
export function drawTasks(source: TaskSource, ofTask: (task: number) => DrawSplit): readonly TaskData[] {
  const shapes = taskShapes(source);
  return splitRows(source).map((rows, task) => {
    const shape = shapes[task];
    if (shape === undefined) throw new RangeError(`the source has no task ${task}`);
    const draw = ofTask(task);
    return {
      shape,
      train: draw(SPLIT_NUMBER.train, rows.train),
      validation: draw(SPLIT_NUMBER.validation, rows.validation),
      test: draw(SPLIT_NUMBER.test, rows.test),
    };
  });
}
