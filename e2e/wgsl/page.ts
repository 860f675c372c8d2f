/** Trains cohorts in the compute shader and on TensorFlow.js side by side, for whoever drives this page. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { laneCount, type ExperimentSpec } from '../../src/spec/experiment';
import { createCohort } from '../../src/training/cohort';
import { drawCohortData } from '../../src/training/cohortData';
import { createTrainer } from '../../src/training/createTrainer';
import { createLanePrograms } from '../../src/training/laneProgram';
import { phasesAt } from '../../src/training/phase';
import type { Program } from '../../src/training/program';
import type { RowPrograms } from '../../src/training/rowPrograms';
import { createWgslRowPrograms } from '../../src/training/wgsl/wgslRowPrograms';

export interface ShaderTests {
  /** After one step: largest difference of what moved, relative to the largest move of the same network. */
  firstStep(spec: ExperimentSpec): Promise<number>;
  /** Over all evaluations of a run: largest relative difference of a training loss. */
  losses(spec: ExperimentSpec): Promise<number>;
  /** How many numbers of the state differ in any bit between a run in one go and one that two programs take in turns. */
  cut(spec: ExperimentSpec): Promise<number>;
  /** Steps of all networks per second, from submission to completion. */
  speed(spec: ExperimentSpec, burst: number, bursts: number): Promise<number>;
}

declare global {
  interface Window {
    shaders: ShaderTests;
  }
}

const tensors: RowPrograms = (data, layout, phases) => createCohort(data, layout, phases);

async function openDevice(): Promise<GPUDevice> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('no WebGPU adapter');
  const device = await adapter.requestDevice();
  device.addEventListener('uncapturederror', ({ error }) => console.error(error.message));
  return device;
}

/** Programs of the shader; a group that it refuses is an error here, else TensorFlow.js would be compared with itself. */
const opened = Promise.all([openDevice(), setBackend('cpu')]).then(([device]): RowPrograms => {
  const shaders = createWgslRowPrograms(device, tensors);
  return (...group) => {
    const program = shaders(...group);
    if (!program) throw new Error('the shader refuses this experiment');
    return program;
  };
});

/** The only program of an experiment. */
function programOf(spec: ExperimentSpec, rowPrograms?: RowPrograms): Program {
  const data = drawCohortData(spec);
  const [lanes, ...others] = createLanePrograms(data, phasesAt(spec, data.tasks, 0, []), rowPrograms);
  if (!lanes || others.length > 0) throw new Error('one group of lanes was expected');
  return lanes.program;
}

/** What one step moves, from weights that differ from task to task. */
async function moveOf(program: Program): Promise<Float32Array> {
  const [first = new Float32Array(0), ...others] = await program.save();
  const before = first.map((value, i) => value + 0.1 * Math.sin(i));
  program.restore([before, ...others]);
  await program.advance(0, 1);
  const after = await program.theta();
  program.dispose();
  return after.map((value, i) => value - (before[i] ?? NaN));
}

async function lossesOf(spec: ExperimentSpec, rowPrograms?: RowPrograms): Promise<readonly number[]> {
  const trainer = createTrainer(spec, rowPrograms ? { rowPrograms } : {});
  const losses = [...(await trainer.evaluate()).trainLoss];
  while (trainer.step < spec.training.steps) {
    await trainer.advance(spec.training.steps);
    losses.push(...(await trainer.evaluate()).trainLoss);
  }
  trainer.dispose();
  return losses;
}

/** NaN counts as infinitely large. */
const largest = (values: Iterable<number>): number =>
  [...values].reduce((most, value) => (value <= most ? most : Number.isNaN(value) ? Infinity : value), 0);

window.shaders = {
  async firstStep(spec) {
    const found = await moveOf(programOf(spec, await opened));
    const expected = await moveOf(programOf(spec));
    const size = expected.length / laneCount(spec);
    return largest(
      Array.from({ length: laneCount(spec) }, (_, lane) => {
        const own = expected.subarray(lane * size, (lane + 1) * size);
        const differences = own.map((value, i) => Math.abs(value - (found[lane * size + i] ?? NaN)));
        return largest(differences) / largest(own.map(Math.abs));
      }),
    );
  },
  async losses(spec) {
    const found = await lossesOf(spec, await opened);
    const expected = await lossesOf(spec);
    return largest(found.map((value, i) => Math.abs(value / (expected[i] ?? NaN) - 1)));
  },
  async cut(spec) {
    const rowPrograms = await opened;
    const { steps } = spec.training;
    const whole = programOf(spec, rowPrograms);
    await whole.advance(0, steps);
    const expected = await whole.save();
    whole.dispose();
    const relay = [programOf(spec, rowPrograms), programOf(spec, rowPrograms)] as const;
    let state: readonly Float32Array[] = await relay[0].save();
    for (let step = 0; step < steps; step++) {
      const runner = relay[step % 2 === 0 ? 0 : 1];
      runner.restore(state);
      await runner.advance(step, 1);
      state = await runner.save();
    }
    for (const runner of relay) runner.dispose();
    return expected.reduce((sum, array, part) => {
      return sum + array.filter((value, i) => !Object.is(value, state[part]?.[i])).length;
    }, 0);
  },
  async speed(spec, burst, bursts) {
    const program = programOf(spec, await opened);
    await program.advance(0, burst);
    await program.settle();
    const start = performance.now();
    for (let done = 1; done <= bursts; done++) {
      await program.advance(done * burst, burst);
      await program.settle();
    }
    const rate = (burst * bursts * 1000) / (performance.now() - start);
    program.dispose();
    return rate;
  },
};
