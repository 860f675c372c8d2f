/**
 * A cohort of rows on a WebGPU device: one compute shader takes whole steps of all networks, one workgroup per network.
 * Buffers and bind group are made once; a dispatch costs two or three uploads and one submission. What is measured
 * (outputs, full-batch gradients) a program on the host computes from weights read back.
 */
import { ROW_FIELDS, buffersOf, type BufferName } from '../../fused/wgsl/bindings';
import { tilingOf, type ShaderPlan } from '../../fused/wgsl/shaderPlan';
import { trainingShader } from '../../fused/wgsl/trainingShader';
import { laneCount } from '../../spec/experiment';
import type { CohortData } from '../cohortData';
import { createPaddedRows } from '../fusedTables/paddedRows';
import { rowSettings, tiedLayers } from '../fusedTables/rowSettings';
import { stepPace } from '../fusedTables/stepPace';
import { initialState } from '../initialState';
import { prefixColumns, type TowerLayout } from '../layout';
import type { ArmPhase } from '../phase';
import type { Program } from '../program';
import { copyNumbers, readNumbers, storageBuffer } from './deviceBuffers';
import { createRowFeed } from './rowFeed';
import { rowTable } from './rowTable';

/** @param first phases of step 0, one per arm; @param host measures, see above; owned by the cohort */
export function createWgslCohort(
  device: GPUDevice,
  plan: ShaderPlan,
  data: CohortData,
  layout: TowerLayout,
  first: readonly ArmPhase[],
  host: Program,
): Program {
  const { spec, tasks } = data;
  const { queue } = device;
  const { tower, arms } = plan;
  const tiling = tilingOf(plan);
  const lanes = laneCount(spec);
  const rows = lanes * tasks;
  const padded = createPaddedRows(layout, tower);
  const feed = createRowFeed(device, data, plan);
  let phases = first;
  const settings = rowSettings(data, layout.layers.length, first);
  const beginning = initialState(
    spec,
    layout,
    tiedLayers(settings, tasks).map((layers) => prefixColumns(layout, layers)),
  );
  const lengths = beginning.map((part) => part.length);
  const partNumbers = rows * tower.columns;
  const stateNumbers = partNumbers * lengths.length;
  const pace = new Float32Array(2 * (1 + feed.steps * arms));
  const own = {
    state: storageBuffer(device, stateNumbers),
    gradients: storageBuffer(device, partNumbers),
    rows: storageBuffer(device, rows * Object.keys(ROW_FIELDS).length),
    schedule: storageBuffer(device, pace.length),
    scratch: tiling.local ? null : storageBuffer(device, lanes * tiling.vectors * 4),
  };
  const buffers: Readonly<Record<BufferName, GPUBuffer | null>> = {
    ...own,
    inputs: feed.inputs,
    targets: feed.targets,
    order: feed.order,
  };
  const pipeline = device.createComputePipeline({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code: trainingShader(plan) }) },
  });
  const bindings = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffersOf(plan, tiling.local).flatMap((name, binding) => {
      const buffer = buffers[name];
      return buffer ? [{ binding, resource: { buffer } }] : [];
    }),
  });

  queue.writeBuffer(own.rows, 0, rowTable(plan, settings));
  write(beginning);

  function write(arrays: readonly Float32Array[]): void {
    arrays.forEach((part, index) => queue.writeBuffer(own.state, index * partNumbers * 4, padded.pad(part)));
  }

  function dispatch(step: number, steps: number): void {
    feed.prepare(step, steps);
    pace[0] = steps;
    for (let k = 0; k < steps; k++) {
      phases.forEach((phase, arm) => {
        const { rate, epsilon } = stepPace(spec.training, phase, step + k);
        pace.set([rate, epsilon], 2 * (1 + k * arms + arm));
      });
    }
    queue.writeBuffer(own.schedule, 0, pace, 0, 2 * (1 + steps * arms));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindings);
    pass.dispatchWorkgroups(lanes);
    pass.end();
    queue.submit([encoder.finish()]);
  }

  const thetaOf = async (state: GPUBuffer): Promise<Float32Array> =>
    padded.trim(await readNumbers(device, state, partNumbers));

  return {
    // outputs, gradients: of any weights, so of these.
    ...host,
    lengths,
    advance(step, steps) {
      for (let done = 0; done < steps; done += feed.steps) dispatch(step + done, Math.min(feed.steps, steps - done));
      return undefined;
    },
    settle: () => queue.onSubmittedWorkDone(),
    async save() {
      const state = await readNumbers(device, own.state, stateNumbers);
      return lengths.map((_, part) => padded.trim(state.subarray(part * partNumbers, (part + 1) * partNumbers)));
    },
    restore: write,
    hold() {
      const copy = storageBuffer(device, stateNumbers);
      copyNumbers(device, own.state, copy, stateNumbers);
      return {
        theta: () => thetaOf(copy),
        restore: () => copyNumbers(device, copy, own.state, stateNumbers),
        release: () => copy.destroy(),
      };
    },
    theta: () => thetaOf(own.state),
    applyPhases(next) {
      phases = next;
      queue.writeBuffer(own.rows, 0, rowTable(plan, rowSettings(data, layout.layers.length, next)));
    },
    dispose() {
      for (const buffer of Object.values(own)) buffer?.destroy();
      feed.dispose();
      host.dispose();
    },
  };
}
