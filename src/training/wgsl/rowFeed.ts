/**
 * What the steps of a dispatch train on. Rows of sources that are finite lie on the device for good; mini-batches of them
 * are a table of indices per dispatch. Sources that draw without end have their rows uploaded for every dispatch.
 */
import { wholeVectors } from '../../fused/towerPlan';
import type { ShaderPlan } from '../../fused/wgsl/shaderPlan';
import { createBatchOrder } from '../../tasks/batches';
import { createBatchAssembler, dataRows, type CohortData } from '../cohortData';
import { storageBuffer } from './deviceBuffers';

export interface RowFeed {
  readonly inputs: GPUBuffer;
  readonly targets: GPUBuffer;
  /** `null` unless rows are found by a table. */
  readonly order: GPUBuffer | null;
  /** Steps that fit into the buffers at once. */
  readonly steps: number;
  /** Uploads what `steps` steps from number `step` on need. */
  prepare(step: number, steps: number): void;
  dispose(): void;
}

/** Steps of one dispatch at most: more would save no call worth mentioning. */
const MOST_STEPS = 128;
/** Floating-point operations of one dispatch, at most: a weak graphics card takes them in a fraction of what its driver allows. */
const MOST_OPERATIONS = 1e10;
/** Numbers uploaded for one dispatch, at most. */
const UPLOADED_NUMBERS = 1_000_000;

/** Rows of `width` numbers as rows of whole vectors. */
function padRows(rows: Float32Array, width: number): Float32Array<ArrayBuffer> {
  const padded = wholeVectors(width);
  const result = new Float32Array((rows.length / width) * padded);
  for (let row = 0; row * width < rows.length; row++) {
    for (let i = 0; i < width; i++) result[row * padded + i] = rows[row * width + i] ?? 0;
  }
  return result;
}

/** Training rows of all data rows, padded to the longest split; inputs as whole vectors, targets as wide as the widest. */
function residentRows(data: CohortData, rows: number) {
  const width = wholeVectors(data.inputs);
  const inputs = new Float32Array(dataRows(data).length * rows * width);
  const targets = new Float32Array(dataRows(data).length * rows * data.outputs);
  dataRows(data).forEach(({ shape, train }, u) => {
    inputs.set(padRows(train.inputs, data.inputs), u * rows * width);
    for (let row = 0; row < train.rows; row++) {
      const own = train.targets.subarray(row * shape.outputs, (row + 1) * shape.outputs);
      targets.set(own, (u * rows + row) * data.outputs);
    }
  });
  return { inputs, targets };
}

function residentFeed(device: GPUDevice, data: CohortData, plan: ShaderPlan): RowFeed {
  const { queue } = device;
  const rows = residentRows(data, plan.storedRows);
  const inputs = storageBuffer(device, rows.inputs.length);
  const targets = storageBuffer(device, rows.targets.length);
  queue.writeBuffer(inputs, 0, rows.inputs);
  queue.writeBuffer(targets, 0, rows.targets);
  const batch = plan.source === 'ordered' ? plan.stepRows : 0;
  const perStep = dataRows(data).length * batch;
  const steps = stepsOf(plan, perStep);
  const order = batch === 0 ? null : storageBuffer(device, steps * perStep);
  const table = new Uint32Array(steps * perStep);
  const orders = data.suites.flatMap((suite, index) => {
    const seed = data.spec.seeds[index % data.spec.seeds.length] ?? 0;
    return suite.tasks.map(({ train }) => createBatchOrder(seed, train.rows, Math.max(1, batch)));
  });
  return {
    inputs,
    targets,
    order,
    steps,
    prepare(step, count) {
      if (!order) return;
      for (let k = 0; k < count; k++) {
        orders.forEach((orderOf, u) => {
          const found = orderOf(step + k);
          const start = k * perStep + u * batch;
          // A batch of more rows than there are repeats the first one, as `createBatchAssembler` does.
          for (let i = 0; i < batch; i++) table[start + i] = found[i] ?? 0;
        });
      }
      queue.writeBuffer(order, 0, table, 0, count * perStep);
    },
    dispose() {
      for (const buffer of [inputs, targets, order]) buffer?.destroy();
    },
  };
}

function freshFeed(device: GPUDevice, data: CohortData, plan: ShaderPlan): RowFeed {
  const perStep = dataRows(data).length * plan.stepRows;
  const width = wholeVectors(data.inputs);
  const steps = stepsOf(plan, perStep * (width + data.outputs));
  const inputs = storageBuffer(device, steps * perStep * width);
  const targets = storageBuffer(device, steps * perStep * data.outputs);
  const assemble = createBatchAssembler(data, plan.stepRows);
  return {
    inputs,
    targets,
    order: null,
    steps,
    prepare(step, count) {
      const rows = assemble(step, count);
      device.queue.writeBuffer(inputs, 0, padRows(rows.inputs, data.inputs));
      device.queue.writeBuffer(targets, 0, Float32Array.from(rows.targets));
    },
    dispose() {
      inputs.destroy();
      targets.destroy();
    },
  };
}

/** @param uploaded numbers per step */
function stepsOf(plan: ShaderPlan, uploaded: number): number {
  const { points, arms, seeds, tasks, tower, stepRows } = plan;
  // Each number of a row is multiplied and added forward, for its own gradient and backward.
  const operations = 6 * points * arms * seeds * tasks * tower.columns * stepRows;
  const fitting = Math.min(MOST_OPERATIONS / operations, UPLOADED_NUMBERS / Math.max(1, uploaded));
  return Math.max(1, Math.min(MOST_STEPS, Math.floor(fitting)));
}

export function createRowFeed(device: GPUDevice, data: CohortData, plan: ShaderPlan): RowFeed {
  return plan.source === 'fresh' ? freshFeed(device, data, plan) : residentFeed(device, data, plan);
}
