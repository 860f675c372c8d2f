/** Small towers and data for tests. */
import { createStream } from '../numeric/random';
import type { Activation } from '../spec/experiment';
import type { TaskShape } from '../spec/taskShape';
import type { TaskSplit } from '../tasks/taskSuite';
import { towerLayout, type TowerLayout } from '../training/layout';

export const MSE: TaskShape = { name: 'value', loss: 'mse', outputs: 2, score: 'relativeError' };
export const SOFTMAX: TaskShape = { name: 'class', loss: 'softmax', outputs: 3, score: 'accuracy' };
export const SIGMOID: TaskShape = { name: 'flag', loss: 'sigmoid', outputs: 2, score: 'accuracy' };
export const SHAPES: readonly TaskShape[] = [MSE, SOFTMAX, SIGMOID];
export const INPUTS = 3;

/** Inputs - trunk of `units` each - one head layer of 2 - outputs of the widest task. */
export function sampleTower(
  units: readonly number[] = [4],
  activation: Activation = 'tanh',
  shapes: readonly TaskShape[] = SHAPES,
): TowerLayout {
  const trunk = units.map((count) => ({ units: count, activation }));
  return towerLayout({ trunk, head: [{ units: 2, activation }], headStart: 'own' }, INPUTS, shapes);
}

/** `length` normal numbers, a different list for each `number`. */
export function normals(number: number, length: number): Float64Array {
  const stream = createStream(5, 'resampling', number);
  return Float64Array.from({ length }, (_, i) => stream.normal(i));
}

export function sampleSplit(shape: TaskShape, rows: number, number: number): TaskSplit {
  const noise = normals(1000 + number, rows * shape.outputs);
  const targets = Float32Array.from({ length: rows * shape.outputs }, (_, at) => {
    const [row, j] = [Math.floor(at / shape.outputs), at % shape.outputs];
    if (shape.loss === 'mse') return noise[at] ?? 0;
    return shape.loss === 'softmax' ? Number(j === (row * 7 + number) % shape.outputs) : Number((noise[at] ?? 0) > 0);
  });
  return { rows, inputs: Float32Array.from(normals(number, rows * INPUTS)), targets, clean: null };
}
