/** Tasks alike but for the scale of their loss; see `spec/sources/scales.ts` for the formula. */
import { exp } from '../numeric/elementary';
import { createStream, type RandomStream } from '../numeric/random';
import type { ScalesSource } from '../spec/sources/scales';
import { dot, drawVector } from './directions';
import { drawTasks, labelRows, SPLIT_NUMBER, type SplitNumber, type Teacher } from './drawRows';
import type { TaskSuite } from './taskSuite';

/** Standard deviation of the entries of B and of E_t: about the square root of ten. */
const SPREAD = 3.16;

export function drawScales(source: ScalesSource, seed: number): TaskSuite {
  const { dimension } = source;
  const teachers = source.scales.map((scale, task) => createTeachers(source, seed, task, scale));
  const teachersOf = (task: number): readonly Teacher[] => teachers[task] ?? [];
  const drawn = new Map<SplitNumber, Float32Array>();
  const inputsOf = (split: SplitNumber, rows: number): Float32Array => {
    const inputs = drawn.get(split) ?? unitRows(createStream(seed, 'scales.inputs', split), rows, dimension);
    drawn.set(split, inputs);
    return inputs;
  };
  return {
    inputs: dimension,
    tasks: drawTasks(source, (task) => (split, rows) => {
      return labelRows(inputsOf(split, rows), dimension, teachersOf(task), null);
    }),
    fresh: (step, batch) => {
      const inputs = unitRows(createStream(seed, 'scales.inputs', SPLIT_NUMBER.fresh, step), batch, dimension);
      return teachers.map((ofTask) => labelRows(inputs, dimension, ofTask, null));
    },
  };
}

/** Rows u / |u| with u uniform on the cube. */
function unitRows(stream: RandomStream, rows: number, dimension: number): Float32Array {
  const inputs = new Float32Array(rows * dimension);
  for (let row = 0; row < rows; row++) {
    const start = row * dimension;
    const u = Float64Array.from({ length: dimension }, (_, i) => 2 * stream.uniform(start + i) - 1);
    const length = Math.sqrt(dot(u, u));
    inputs.set(
      u.map((value) => value / length),
      start,
    );
  }
  return inputs;
}

/** One per output: sigma tanh((b_k + e_tk).x). The common part has its own stream, so more tasks leave it as it is. */
function createTeachers(source: ScalesSource, seed: number, task: number, scale: number): readonly Teacher[] {
  return Array.from({ length: source.outputs }, (_, output): Teacher => {
    const common = drawVector(createStream(seed, 'scales.common', output), source.dimension);
    const own = drawVector(createStream(seed, 'scales.own', task, output), source.dimension);
    const weights = common.map((value, i) => SPREAD * (value + (own[i] ?? 0)));
    return (row) => scale * tanh(dot(weights, row));
  });
}

/** From the `exp` that is the same in every browser. */
function tanh(z: number): number {
  const size = 1 - 2 / (exp(2 * Math.abs(z)) + 1);
  return z < 0 ? -size : size;
}
