/** Two tasks with a chosen correlation; see `spec/sources/mmoe.ts` for the formula. */
import { sinDegrees } from '../numeric/elementary';
import { createStream } from '../numeric/random';
import type { MmoeSource } from '../spec/sources/mmoe';
import { dot, drawVector } from './directions';
import { drawInputs, drawTasks, labelRows, SPLIT_NUMBER, type SplitNumber, type Teacher } from './drawRows';
import { orthonormal } from './orthonormal';
import type { TaskSuite } from './taskSuite';

export const MMOE_FREQUENCIES: readonly number[] = [1, 2, 3, 4];
export const MMOE_PHASES: readonly number[] = [0, 1, 2, 3];

/** The noise-free label as a function of z = w.x: z + sum_j sin(alpha_j z + beta_j). */
export function mmoeLabel(z: number): number {
  return MMOE_FREQUENCIES.reduce((sum, alpha, j) => sum + sine(alpha * z + (MMOE_PHASES[j] ?? 0)), z);
}

/** Changing the correlation turns the second teacher and leaves inputs, noise and the first task as they are. */
export function drawMmoe(source: MmoeSource, seed: number): TaskSuite {
  const { dimension, correlation } = source;
  const [first = [], second = []] = orthonormal(2, (i) =>
    drawVector(createStream(seed, 'mmoe.directions', i), dimension),
  );
  const across = Math.sqrt(1 - correlation * correlation);
  const turned = Float64Array.from(first, (value, i) => correlation * value + across * (second[i] ?? 0));
  const teachers = [first, turned].map(
    (weights): Teacher =>
      (row) =>
        mmoeLabel(dot(weights, row)),
  );

  const noiseOf = (task: number, split: SplitNumber, step: number) => ({
    level: source.noise,
    stream: createStream(seed, 'mmoe.noise', task, split, step),
  });
  const drawn = new Map<SplitNumber, Float32Array>();
  const inputsOf = (split: SplitNumber, rows: number): Float32Array => {
    const inputs = drawn.get(split) ?? drawInputs(createStream(seed, 'mmoe.inputs', split), rows, dimension);
    drawn.set(split, inputs);
    return inputs;
  };
  return {
    inputs: dimension,
    tasks: drawTasks(source, (task) => (split, rows) => {
      return labelRows(inputsOf(split, rows), dimension, teachers.slice(task, task + 1), noiseOf(task, split, 0));
    }),
    fresh: (step, batch) => {
      const inputs = drawInputs(createStream(seed, 'mmoe.inputs', SPLIT_NUMBER.fresh, step), batch, dimension);
      return teachers.map((teacher, task) =>
        labelRows(inputs, dimension, [teacher], noiseOf(task, SPLIT_NUMBER.fresh, step)),
      );
    },
  };
}

/** Sine of an angle in radians, the same in every browser. */
function sine(radians: number): number {
  return sinDegrees(radians * (180 / Math.PI));
}
