/** The hand-written backward pass against finite differences of the measured losses, for every loss and activation. */
import { tensor2d, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Activation, ModelSpec } from '../spec/experiment';
import type { TaskShape } from '../spec/taskShape';
import { createStream } from '../numeric/random';
import type { TaskSplit } from '../tasks/taskSuite';
import { towerLayout } from './layout';
import { createLossMasks } from './lossMasks';
import { gradientScale, outputGradient } from './losses';
import { measure } from './measure';
import { gradient, predict } from './network';
import { useBackend } from './testing/backends';
import { smallSpec } from './testing/smallSpec';

beforeAll(() => useBackend('cpu'));

const ROWS = 7;
const INPUTS = 3;
const SHAPES: readonly TaskShape[] = [
  { name: 'value', loss: 'mse', outputs: 2, score: 'relativeError' },
  { name: 'class', loss: 'softmax', outputs: 3, score: 'accuracy' },
  { name: 'flag', loss: 'sigmoid', outputs: 1, score: 'accuracy' },
];
const OUTPUTS = 3;
const stream = createStream(11, 'resampling');

function targetsOf(shape: TaskShape): Float32Array {
  const values = new Float32Array(ROWS * shape.outputs);
  for (let row = 0; row < ROWS; row++) {
    if (shape.loss === 'softmax') values[row * shape.outputs + (row % shape.outputs)] = 1;
    else
      for (let j = 0; j < shape.outputs; j++)
        values[row * shape.outputs + j] = shape.loss === 'mse' ? row / 3 - j : row % 2;
  }
  return values;
}

async function check(model: ModelSpec, outputScale = 1): Promise<void> {
  const shapes = SHAPES.map((shape) => ({ ...shape, outputScale }));
  const tasks = shapes.length;
  const layout = towerLayout(model, INPUTS, shapes);
  const theta = Float32Array.from({ length: tasks * layout.columns }, (_, i) => stream.normal(1000 + i) * 0.6);
  const x = Float32Array.from({ length: tasks * ROWS * INPUTS }, (_, i) => stream.normal(i));
  const splits = shapes.map((shape): TaskSplit => ({
    rows: ROWS,
    inputs: new Float32Array(0),
    targets: targetsOf(shape),
    clean: null,
  }));
  const y = new Float32Array(tasks * ROWS * OUTPUTS);
  const scale = new Float32Array(tasks * OUTPUTS);
  shapes.forEach((shape, t) => {
    for (let row = 0; row < ROWS; row++) {
      for (let j = 0; j < shape.outputs; j++) {
        y[(t * ROWS + row) * OUTPUTS + j] = splits[t]?.targets[row * shape.outputs + j] ?? 0;
      }
    }
    scale.fill(gradientScale(shape.loss, shape.outputs) / ROWS, t * OUTPUTS, t * OUTPUTS + shape.outputs);
  });

  const losses = async (weights: Float32Array): Promise<number[]> => {
    const predicted = tidy(() =>
      predict(layout, tensor2d(weights, [tasks, layout.columns]), tensor3d(x, [tasks, ROWS, INPUTS])),
    );
    const outputs = (await predicted.data()) as Float32Array;
    predicted.dispose();
    return shapes.map((shape, t) => {
      const split = splits[t];
      return split ? measure(shape, split, outputs, t * ROWS * OUTPUTS, OUTPUTS).loss : NaN;
    });
  };
  const masks = createLossMasks(
    smallSpec(),
    shapes,
    OUTPUTS,
    shapes.map((shape) => shape.outputScale),
  );
  const rows = tidy(() =>
    gradient(layout, tensor2d(theta, [tasks, layout.columns]), tensor3d(x, [tasks, ROWS, INPUTS]), (outputs) =>
      outputGradient(outputs, tensor3d(y, [tasks, ROWS, OUTPUTS]), tensor3d(scale, [tasks, 1, OUTPUTS]), masks),
    ),
  );
  const exact = (await rows.data()) as Float32Array;

  let largest = 0;
  for (let i = 0; i < theta.length; i++) {
    const task = Math.floor(i / layout.columns);
    const width = 2e-3;
    const at = async (shift: number): Promise<number> => {
      const moved = Float32Array.from(theta);
      moved[i] = (theta[i] ?? 0) + shift;
      return (await losses(moved))[task] ?? NaN;
    };
    const numeric = ((await at(width)) - (await at(-width))) / (2 * width);
    const gap = Math.abs(numeric - (exact[i] ?? NaN));
    expect(gap, `weight ${i} of ${theta.length}: ${numeric} against ${exact[i] ?? NaN}`).toBeLessThan(2e-3);
    largest = Math.max(largest, Math.abs(exact[i] ?? 0));
  }
  // A gradient of zeros would pass the comparison of small numbers; it must not be one.
  expect(largest).toBeGreaterThan(0.05);
}

describe('gradient of mean squared error, softmax and logistic loss in one network', () => {
  const activations: readonly Activation[] = ['relu', 'tanh', 'linear'];
  it.each(activations)('through a trunk of %s units and a head layer', async (activation) => {
    await check({ trunk: [{ units: 4, activation }], head: [{ units: 3, activation }], headStart: 'own' });
  });

  it('through one linear layer and through three of different kinds', async () => {
    await check({ trunk: [], head: [], headStart: 'own' });
    await check({
      trunk: [
        { units: 5, activation: 'tanh' },
        { units: 4, activation: 'relu' },
      ],
      head: [{ units: 3, activation: 'linear' }],
      headStart: 'own',
    });
  });

  it('with a fixed factor between outputs and predictions', async () => {
    await check({ trunk: [{ units: 4, activation: 'tanh' }], head: [], headStart: 'own' }, 1.7);
  });
});
