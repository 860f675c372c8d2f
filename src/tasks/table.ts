/** A small table that the preset itself carries. Nothing is drawn and nothing is rescaled: oracles are written down exactly. */
import type { TableSource, TableTask } from '../spec/experiment';
import type { TaskShape } from '../spec/taskShape';
import { taskShapes } from '../spec/taskShapes';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';

type Table = readonly (readonly number[])[];

/** The rows `rows` of a rectangular table, one after the other. */
function pickRows(table: Table, rows: readonly number[], width: number): Float32Array {
  const picked = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    const cells = table[row];
    if (cells?.length !== width) throw new RangeError(`the table has no row ${row} of ${width} numbers`);
    picked.set(cells, i * width);
  });
  return picked;
}

/** Class indices become one-hot rows; other targets stay as they are. */
function targetTable(task: TableTask, shape: TaskShape): Table {
  if (task.loss !== 'softmax') return task.targets;
  return task.targets.map(([label], row) => {
    if (label === undefined || !Number.isInteger(label) || label < 0 || label >= shape.outputs) {
      throw new RangeError(
        `row ${row} of task ${task.name}: ${label ?? 'nothing'} is not a class 0 .. ${shape.outputs - 1}`,
      );
    }
    return Array.from({ length: shape.outputs }, (_, k) => (k === label ? 1 : 0));
  });
}

/** Splits are made once per list of rows and table, so tasks with common inputs hold the very same array. */
function createInputPicker(width: number): (table: Table, rows: readonly number[]) => Float32Array {
  const picked = new Map<Table, Map<string, Float32Array>>();
  return (table, rows) => {
    const known = picked.get(table) ?? new Map<string, Float32Array>();
    picked.set(table, known);
    const key = rows.join();
    const inputs = known.get(key) ?? pickRows(table, rows, width);
    known.set(key, inputs);
    return inputs;
  };
}

/**
 * The table as a suite; the seed changes nothing. Without a split every row is in training, validation and test alike.
 * Noise-free targets are unknown (`clean` is null).
 * @throws RangeError when rows, widths or classes do not fit together (the preset schema refuses such tables before).
 */
export function drawTable(source: TableSource): TaskSuite {
  const firstInputs = source.inputs ?? source.tasks[0]?.inputs;
  const width = firstInputs?.[0]?.length ?? 0;
  if (width === 0) throw new RangeError('the table has no inputs');
  const pickInputs = createInputPicker(width);

  const tasks = taskShapes(source).map((shape, index): TaskData => {
    const task = source.tasks[index];
    if (task === undefined) throw new RangeError(`the table has no task ${index}`);
    const inputs = task.inputs ?? source.inputs;
    if (inputs === null) throw new RangeError(`task ${task.name} has no inputs`);
    if (inputs.length !== task.targets.length) {
      throw new RangeError(
        `task ${task.name} has ${inputs.length} rows of inputs and ${task.targets.length} of targets`,
      );
    }
    const targets = targetTable(task, shape);
    const split = (rows: readonly number[]): TaskSplit => ({
      rows: rows.length,
      inputs: pickInputs(inputs, rows),
      targets: pickRows(targets, rows, shape.outputs),
      clean: null,
    });
    const all = targets.map((_, row) => row);
    const { train, validation, test } = source.split ?? { train: all, validation: all, test: all };
    return { shape, train: split(train), validation: split(validation), test: split(test) };
  });
  return { inputs: width, tasks, fresh: null };
}
