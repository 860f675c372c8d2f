/**
 * The data of a whole cohort. Networks of one (point, seed) see the same rows whatever their arm, so every tensor is
 * stored once per *data row* u = (point, seed, task) and repeated over the arms when it is used.
 *
 * Splits of unequal length are padded to the longest with zero rows, which carry weight zero.
 */
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { laneCount, type ExperimentSpec } from '../spec/experiment';
import { createBatchOrder } from '../tasks/batches';
import { rememberFresh } from '../tasks/recentRows';
import { foldSuite } from '../tasks/foldSuite';
import { drawSuite } from '../tasks/drawSuite';
import type { TaskData, TaskSplit, TaskSuite } from '../tasks/taskSuite';
import { concat, reshape } from '../tensor/kernels';
import { gradientScale } from './losses';

export type SplitName = 'train' | 'validation' | 'test';

export interface CohortData {
  readonly spec: ExperimentSpec;
  /** One per (point, seed), point first. */
  readonly suites: readonly TaskSuite[];
  /** d */
  readonly inputs: number;
  /** T */
  readonly tasks: number;
  /** O, the widest output. */
  readonly outputs: number;
}

/** Draws the data of every point and seed. @throws RangeError when two points disagree on shapes. */
export function drawCohortData(spec: ExperimentSpec): CohortData {
  const suites = spec.points.flatMap((point) =>
    spec.seeds.map((seed) => {
      const suite = drawSuite(point.tasks, seed);
      return rememberFresh(point.fold === null ? suite : foldSuite(suite, point.fold, seed));
    }),
  );
  const first = suites[0];
  if (!first) throw new RangeError('an experiment needs at least one point and one seed');
  for (const suite of suites) {
    if (suite.inputs !== first.inputs || suite.tasks.length !== first.tasks.length) {
      throw new RangeError('all points of a sweep must have equal inputs and tasks');
    }
  }
  return {
    spec,
    suites,
    inputs: first.inputs,
    tasks: first.tasks.length,
    outputs: Math.max(...first.tasks.map((task) => task.shape.outputs)),
  };
}

/** The part of the data that a sub-experiment of some points (all seeds) trains on. */
export function dataOfGroup(data: CohortData, spec: ExperimentSpec, points: readonly number[]): CohortData {
  const seeds = spec.seeds.length;
  return { ...data, spec, suites: points.flatMap((point) => data.suites.slice(point * seeds, (point + 1) * seeds)) };
}

/** The tasks of all data rows, in the order of u. */
export function dataRows(data: CohortData): readonly TaskData[] {
  return data.suites.flatMap((suite) => suite.tasks);
}

/** Rows of the longest split of that name. */
export function longestSplit(data: CohortData, name: SplitName): number {
  return Math.max(...dataRows(data).map((task) => task[name].rows));
}

/** Copies rows of width `from` into rows of width `to >= from`; the rest stays as it is. */
function copyRows(target: Float32Array, offset: number, source: Float32Array, from: number, to: number): void {
  if (from === to) {
    target.set(source, offset);
    return;
  }
  for (let row = 0; row * from < source.length; row++) {
    target.set(source.subarray(row * from, (row + 1) * from), offset + row * to);
  }
}

/** Inputs [U, n, d] of one split, padded with zero rows. */
export function splitInputs(data: CohortData, name: SplitName): Tensor {
  const rows = dataRows(data);
  const longest = longestSplit(data, name);
  const host = new Float32Array(rows.length * longest * data.inputs);
  rows.forEach((task, u) => host.set(task[name].inputs, u * longest * data.inputs));
  return tensor(host, [rows.length, longest, data.inputs]);
}

/** Targets [U, n, O] of one split, padded with zero rows and outputs. */
export function splitTargets(data: CohortData, name: SplitName): Tensor {
  const rows = dataRows(data);
  const longest = longestSplit(data, name);
  const host = new Float32Array(rows.length * longest * data.outputs);
  rows.forEach((task, u) =>
    copyRows(host, u * longest * data.outputs, task[name].targets, task.shape.outputs, data.outputs),
  );
  return tensor(host, [rows.length, longest, data.outputs]);
}

/** Training rows in use of each task, `null` = all of them. */
export type RowLimits = readonly (number | null)[];

/**
 * Scale of the loss gradient (see `losses.ts`), [U, n, O] or, where all data rows are equally long, [U, 1, O];
 * zero on padded rows and outputs, and on rows beyond a limit.
 * @param batch rows per step, `null` for the whole training split.
 * @param limits `null` when no task of any arm has one: then rows may share one scale.
 */
export function lossScale(data: CohortData, batch: number | null, limits: RowLimits | null = null): Tensor {
  const rows = dataRows(data);
  const longest = batch ?? longestSplit(data, 'train');
  const even = limits === null && (batch !== null || rows.every((task) => task.train.rows === longest));
  const height = even ? 1 : longest;
  const host = new Float32Array(rows.length * height * data.outputs);
  rows.forEach((task, u) => {
    const { loss, outputs } = task.shape;
    const used = Math.min(limits?.[u % data.tasks] ?? Infinity, batch ?? task.train.rows);
    const scale = gradientScale(loss, outputs) / used;
    for (let row = 0; row < Math.min(height, used); row++) {
      const start = (u * height + row) * data.outputs;
      host.fill(scale, start, start + outputs);
    }
  });
  return tensor(host, [rows.length, height, data.outputs]);
}

export type BatchAssembler = (
  firstStep: number,
  steps: number,
) => { readonly inputs: Float32Array; readonly targets: Float32Array };

/**
 * Assembles mini-batches of consecutive steps: inputs [steps, U, batch, d] and targets [steps, U, batch, O]. Sources that
 * draw without end give new rows at every step; all others go through their training rows in an order of the seed.
 */
export function createBatchAssembler(data: CohortData, batch: number): BatchAssembler {
  const { seeds } = data.spec;
  const tasks = dataRows(data);
  const rowsOf = data.suites.flatMap((suite, s) =>
    suite.tasks.map((task, t): ((step: number) => BatchRows) => {
      const { fresh } = suite;
      if (fresh) return (step) => ({ ...(fresh(step, batch)[t] ?? NO_ROWS), order: null });
      const order = createBatchOrder(seeds[s % seeds.length] ?? 0, task.train.rows, batch);
      return (step) => ({ ...task.train, order: order(step) });
    }),
  );
  return (firstStep, steps) => {
    const inputs = new Float32Array(steps * tasks.length * batch * data.inputs);
    const targets = new Float32Array(steps * tasks.length * batch * data.outputs);
    tasks.forEach((task, u) => {
      const { outputs } = task.shape;
      for (let k = 0; k < steps; k++) {
        const start = (k * tasks.length + u) * batch;
        const from = rowsOf[u]?.(firstStep + k);
        if (!from) continue;
        for (let i = 0; i < batch; i++) {
          const row = from.order === null ? i : (from.order[i] ?? 0);
          copyRow(inputs, (start + i) * data.inputs, from.inputs, row, data.inputs);
          copyRow(targets, (start + i) * data.outputs, from.targets, row, outputs);
        }
      }
    });
    return { inputs, targets };
  };
}

interface BatchRows {
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  /** Which rows make the batch; `null` = the rows as they stand. */
  readonly order: ArrayLike<number> | null;
}

const NO_ROWS = { inputs: new Float32Array(0), targets: new Float32Array(0) };

function copyRow(target: Float32Array, offset: number, source: Float32Array, row: number, width: number): void {
  // A loop over few numbers beats the two views that `set(subarray)` allocates.
  for (let i = 0; i < width; i++) target[offset + i] = source[row * width + i] ?? 0;
}

/** Repeats [U, a, b] over the arms: [R, a, b] with R = lanes * tasks. */
export function overArms(spec: ExperimentSpec, perDataRow: Tensor, tasks: number): Tensor {
  return acrossArms(
    spec,
    spec.arms.map(() => perDataRow),
    tasks,
  );
}

/** From one [U, a, b] per arm to [R, a, b]. */
export function acrossArms(spec: ExperimentSpec, perArm: readonly Tensor[], tasks: number): Tensor {
  const [, height = 0, width = 0] = perArm[0]?.shape ?? [];
  const points = spec.points.length;
  const stretch = spec.seeds.length * tasks * height * width;
  return tidy(() => {
    const copies = concat(
      perArm.map((part) => reshape(part, [points, stretch])),
      1,
    );
    return reshape(copies, [laneCount(spec) * tasks, height, width]);
  });
}

/** The data row of a row of theta. */
export function dataRowOf(spec: ExperimentSpec, tasks: number, row: number): number {
  const lane = Math.floor(row / tasks);
  const seed = lane % spec.seeds.length;
  const point = Math.floor(lane / (spec.seeds.length * spec.arms.length));
  return (point * spec.seeds.length + seed) * tasks + (row % tasks);
}

/** Fixed factor between raw outputs and predictions, one per row of theta. */
export function outputScales(data: CohortData): readonly number[] {
  const rows = laneCount(data.spec) * data.tasks;
  return Array.from({ length: rows }, (_, row) => {
    return splitOf(data, dataRowOf(data.spec, data.tasks, row), 'train').task.shape.outputScale ?? 1;
  });
}

/** The split of a data row. @throws RangeError when there is none. */
export function splitOf(data: CohortData, u: number, name: SplitName): { task: TaskData; split: TaskSplit } {
  const task = data.suites[Math.floor(u / data.tasks)]?.tasks[u % data.tasks];
  if (!task) throw new RangeError(`no data row ${u}`);
  return { task, split: task[name] };
}
