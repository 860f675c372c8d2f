/**
 * What a step trains on, in the memory of the kernels. Full batch: the training rows where they lie. Mini-batches: rows
 * gathered for a chunk of steps; sources that draw without end are copied in. Equal arrays are held once, so that tasks
 * with common inputs have equal addresses.
 */
import type { StepKernels } from '../../fused/wasm/stepModule';
import { createBatchOrder } from '../../tasks/batches';
import type { TaskData, TaskSplit } from '../../tasks/taskSuite';
import { dataRows, type CohortData } from '../cohortData';
import { hasCommonInputs } from '../commonInputs';
import { widenRows, type ArrayStore } from './arrayStore';
import type { MemoryPlanner, Region, SimdMemory } from './simdMemory';

const FLOAT = 4;
/** Numbers gathered for one chunk of steps, about: they are to stay in the cache until they are used. */
const CHUNK_NUMBERS = 1_000_000;
const MOST_STEPS = 64;

export interface SimdFeed {
  /** Steps that can be prepared at once. */
  readonly steps: number;
  /** Makes the rows of `steps` steps from number `step` on available. */
  prepare(step: number, steps: number): void;
  /** Addresses of what data row u trains on at a prepared step. */
  inputs(step: number, u: number): number;
  targets(step: number, u: number): number;
  /** Rows of a step of data row u. */
  rows(u: number): number;
  /** Whether two data rows look at the same rows of inputs in every step. */
  sharesInputs(u: number, other: number): boolean;
  /** The same on the host, with the task's own number of outputs. */
  split(step: number, u: number): TaskSplit;
}

/** A feed whose regions are planned, and which starts when the memory is there. */
export interface PlannedFeed {
  start(memory: SimdMemory, kernels: StepKernels): SimdFeed;
}

interface ResidentRows {
  readonly inputs: Region;
  readonly targets: Region;
  readonly task: TaskData;
}

function residentRows(data: CohortData, store: ArrayStore): readonly ResidentRows[] {
  return dataRows(data).map((task) => ({
    task,
    inputs: store.inputs(task.train.inputs),
    targets: store.targets(task.train.targets, task.shape.outputs),
  }));
}

function planFullBatch(data: CohortData, store: ArrayStore): PlannedFeed {
  const resident = residentRows(data, store);
  const at = (u: number): ResidentRows => {
    const found = resident[u];
    if (!found) throw new RangeError(`no data row ${u}`);
    return found;
  };
  return {
    start() {
      return {
        steps: MOST_STEPS,
        prepare: () => undefined,
        inputs: (_, u) => at(u).inputs.address,
        targets: (_, u) => at(u).targets.address,
        rows: (u) => at(u).task.train.rows,
        sharesInputs: (u, other) => at(u).inputs === at(other).inputs,
        split: (_, u) => at(u).task.train,
      };
    },
  };
}

/** A region of gathered rows, [steps, batch, width], shared by the data rows that see the same. */
interface Gathered {
  readonly region: Region;
  readonly width: number;
  /** Where the rows come from, and in which order; `null` = drawn anew. */
  readonly source: { readonly region: Region; readonly order: number } | null;
}

/** @param batch rows per step */
function planMiniBatches(
  data: CohortData,
  batch: number,
  width: number,
  planner: MemoryPlanner,
  store: ArrayStore,
): PlannedFeed {
  const tasks = dataRows(data);
  const perStep = tasks.length * batch * (data.inputs + width);
  const steps = Math.max(1, Math.min(MOST_STEPS, Math.floor(CHUNK_NUMBERS / perStep)));
  const resident = residentRows(data, store);
  // Suite by suite: what one network computes does not depend on the data of others.
  const common = data.suites.map((suite) => hasCommonInputs({ ...data, suites: [suite] }, 'train'));
  const orders: ((step: number) => ArrayLike<number>)[] = [];
  const gathered = new Map<string, Gathered>();

  /** The place of rows that are `source` in the order of `key`; one for all that ask alike. */
  const place = (key: string, ofWidth: number, source: Gathered['source']): Gathered => {
    const found = gathered.get(key) ?? { region: planner.take(steps * batch * ofWidth), width: ofWidth, source };
    gathered.set(key, found);
    return found;
  };
  const orderNumbers = new Map<string, number>();
  const orderOf = (suite: number, rows: number): number => {
    const key = `${suite}:${rows}`;
    const known = orderNumbers.get(key) ?? orders.length;
    if (known === orders.length) {
      orders.push(createBatchOrder(data.spec.seeds[suite % data.spec.seeds.length] ?? 0, rows, batch));
    }
    orderNumbers.set(key, known);
    return known;
  };
  const places = tasks.map((task, u) => {
    const suite = Math.floor(u / data.tasks);
    if (data.suites[suite]?.fresh) {
      const shared = common[suite] ? `suite ${suite}` : `row ${u}`;
      return { inputs: place(shared, data.inputs, null), targets: place(`targets ${u}`, width, null) };
    }
    const order = orderOf(suite, task.train.rows);
    const rows = resident[u];
    if (!rows) throw new RangeError(`no data row ${u}`);
    const from = (region: Region, ofWidth: number): Gathered =>
      place(`${region.address}:${order}`, ofWidth, { region, order });
    return { inputs: from(rows.inputs, data.inputs), targets: from(rows.targets, width) };
  });
  const indices = planner.take(steps * batch * Math.max(1, orders.length));
  const at = (u: number): { readonly inputs: Gathered; readonly targets: Gathered } => {
    const found = places[u];
    if (!found) throw new RangeError(`no data row ${u}`);
    return found;
  };

  return {
    start(memory, kernels) {
      const table = memory.integers(indices);
      let first = 0;

      const gather = (count: number): void => {
        orders.forEach((order, number) => {
          for (let k = 0; k < count; k++) {
            const found = order(first + k);
            const start = (number * steps + k) * batch;
            table.set(found, start);
            // A batch of more rows than there are repeats the first one, as `createBatchAssembler` does.
            table.fill(0, start + found.length, start + batch);
          }
        });
        for (const { region, width: ofWidth, source } of gathered.values()) {
          if (!source) continue;
          const list = indices.address + source.order * steps * batch * FLOAT;
          kernels.gather(region.address, source.region.address, list, count * batch, ofWidth);
        }
      };
      const copyFresh = (count: number): void => {
        data.suites.forEach(({ fresh }, suite) => {
          if (!fresh) return;
          for (let k = 0; k < count; k++) {
            fresh(first + k, batch).forEach((rows, t) => {
              const u = suite * data.tasks + t;
              const { inputs, targets } = at(u);
              memory.floats(inputs.region).set(rows.inputs, k * batch * data.inputs);
              const to = memory.floats(targets.region).subarray(k * batch * width);
              widenRows(to, rows.targets, tasks[u]?.shape.outputs ?? width, width);
            });
          }
        });
      };
      const address = ({ region, width: ofWidth }: Gathered, step: number): number =>
        region.address + (step - first) * batch * ofWidth * FLOAT;

      return {
        steps,
        prepare(step, count) {
          first = step;
          gather(count);
          copyFresh(count);
        },
        inputs: (step, u) => address(at(u).inputs, step),
        targets: (step, u) => address(at(u).targets, step),
        rows: () => batch,
        sharesInputs: (u, other) => at(u).inputs === at(other).inputs,
        split(step, u) {
          const outputs = tasks[u]?.shape.outputs ?? width;
          const start = (step - first) * batch * width;
          const wide = memory.floats(at(u).targets.region).subarray(start, start + batch * width);
          const targets = Float32Array.from({ length: batch * outputs }, (_, i) => {
            return wide[Math.floor(i / outputs) * width + (i % outputs)] ?? 0;
          });
          return { rows: batch, inputs: NONE, targets, clean: null };
        },
      };
    },
  };
}

const NONE = new Float32Array(0);

/** @param width of a row of targets @param store of the same planner */
export function planFeed(data: CohortData, width: number, planner: MemoryPlanner, store: ArrayStore): PlannedFeed {
  const { batch } = data.spec.training;
  return batch === null ? planFullBatch(data, store) : planMiniBatches(data, batch, width, planner, store);
}
