import { tensor2d, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Activation } from '../spec/experiment';
import type { TaskSplit } from '../tasks/taskSuite';
import { createLossMasks } from '../training/lossMasks';
import { gradientScale, outputGradient } from '../training/losses';
import { measure } from '../training/measure';
import { gradient, predict } from '../training/network';
import { useBackend } from '../training/testing/backends';
import { smallSpec } from '../training/testing/smallSpec';
import { constantLoss, taskLoss } from './hostLosses';
import { backwardTower, forwardTower, outputsOf, sumOverExamples } from './hostTower';
import { INPUTS, MSE, normals, sampleSplit, sampleTower, SHAPES, SIGMOID, SOFTMAX } from './sampleTower.fixture';
import type { Row } from './towerShape';

const ROWS = 6;
const OUTPUTS = 3;
const LOUD = { ...MSE, outputScale: 2.5 };

function lossAt(tower: ReturnType<typeof sampleTower>, row: Row, shape: (typeof SHAPES)[number], split: TaskSplit) {
  return taskLoss(shape, outputsOf(forwardTower(tower, row, split.inputs, split.rows)), OUTPUTS, split).loss;
}

function gradientAt(tower: ReturnType<typeof sampleTower>, row: Row, shape: (typeof SHAPES)[number], split: TaskSplit) {
  const pass = forwardTower(tower, row, split.inputs, split.rows);
  const deltas = backwardTower(tower, row, pass, taskLoss(shape, outputsOf(pass), OUTPUTS, split).gradient);
  return sumOverExamples(tower, pass.activations, deltas);
}

describe.each(['tanh', 'relu', 'linear'] satisfies Activation[])('a tower of %s units', (activation) => {
  const tower = sampleTower([4, 3], activation);
  const row = normals(1, tower.columns).map((value) => value * 0.7);

  it.each([...SHAPES, LOUD])('has the gradient that finite differences have: $loss', (shape) => {
    const split = sampleSplit(shape, ROWS, 2);
    const exact = gradientAt(tower, row, shape, split);
    for (let i = 0; i < row.length; i++) {
      const at = (shift: number) =>
        lossAt(
          tower,
          row.map((value, j) => (j === i ? value + shift : value)),
          shape,
          split,
        );
      expect(exact[i]).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 7);
    }
    expect(Math.max(...exact.map(Math.abs))).toBeGreaterThan(0.01);
  });

  it('gives the gradient of each example apart', () => {
    const split = sampleSplit(SOFTMAX, ROWS, 3);
    const pass = forwardTower(tower, row, split.inputs, ROWS);
    const deltas = backwardTower(tower, row, pass, taskLoss(SOFTMAX, outputsOf(pass), OUTPUTS, split).gradient);
    const [layer] = tower.layers;
    const single = {
      ...split,
      rows: 1,
      inputs: split.inputs.slice(2 * INPUTS, 3 * INPUTS),
      targets: split.targets.slice(2 * 3, 3 * 3),
    };
    const alone = gradientAt(tower, row, SOFTMAX, single);
    for (let i = 0; i < INPUTS; i++) {
      for (let j = 0; j < (layer?.outputs ?? 0); j++) {
        const own = (split.inputs[2 * INPUTS + i] ?? 0) * (deltas[0]?.[2 * (layer?.outputs ?? 0) + j] ?? 0);
        expect(own * ROWS).toBeCloseTo(alone[i * (layer?.outputs ?? 0) + j] ?? NaN, 12);
      }
    }
  });
});

describe('against the training program', () => {
  beforeAll(() => useBackend('cpu'));

  it.each(['tanh', 'relu'] satisfies Activation[])('outputs, losses and gradients agree: %s', async (activation) => {
    const tower = sampleTower([5, 4], activation);
    const tasks = SHAPES.length;
    const theta = Float32Array.from(normals(7, tasks * tower.columns).map((value) => value * 0.6));
    const splits = SHAPES.map((shape, t) => sampleSplit(shape, ROWS, 20 + t));
    const x = Float32Array.from(splits.flatMap((split) => [...split.inputs]));
    const y = new Float32Array(tasks * ROWS * OUTPUTS);
    const scale = new Float32Array(tasks * OUTPUTS);
    SHAPES.forEach((shape, t) => {
      for (let at = 0; at < ROWS * shape.outputs; at++) {
        const row = Math.floor(at / shape.outputs);
        y[(t * ROWS + row) * OUTPUTS + (at % shape.outputs)] = splits[t]?.targets[at] ?? 0;
      }
      scale.fill(gradientScale(shape.loss, shape.outputs) / ROWS, t * OUTPUTS, t * OUTPUTS + shape.outputs);
    });
    const masks = createLossMasks(smallSpec(), SHAPES, OUTPUTS);
    const [predicted, gradients] = await Promise.all(
      tidy(() => {
        const rows = tensor2d(theta, [tasks, tower.columns]);
        const inputs = tensor3d(x, [tasks, ROWS, INPUTS]);
        const targets = tensor3d(y, [tasks, ROWS, OUTPUTS]);
        const scales = tensor3d(scale, [tasks, 1, OUTPUTS]);
        return [
          predict(tower, rows, inputs),
          gradient(tower, rows, inputs, (outputs) => outputGradient(outputs, targets, scales, masks)),
        ] as const;
      }).map(async (tensor) => (await tensor.data()) as Float32Array),
    );
    SHAPES.forEach((shape, t) => {
      const split = splits[t];
      if (split === undefined) throw new Error('a split per task');
      const row = theta.subarray(t * tower.columns, (t + 1) * tower.columns);
      outputsOf(forwardTower(tower, row, split.inputs, ROWS)).forEach((value, at) => {
        expect(predicted?.[t * ROWS * OUTPUTS + at]).toBeCloseTo(value, 5);
      });
      const measured = measure(shape, split, predicted ?? new Float32Array(0), t * ROWS * OUTPUTS, OUTPUTS);
      expect(lossAt(tower, row, shape, split)).toBeCloseTo(measured.loss, 5);
      gradientAt(tower, row, shape, split).forEach((value, column) => {
        expect(gradients?.[t * tower.columns + column]).toBeCloseTo(value, 5);
      });
    });
  });
});

describe('constantLoss', () => {
  it('is what the best constant answer costs', () => {
    const flags = { rows: 4, inputs: new Float32Array(0), targets: Float32Array.of(1, 0, 0, 0), clean: null };
    const flag = { ...SIGMOID, outputs: 1 };
    expect(constantLoss(flag, flags)).toBeCloseTo(-(Math.log(0.25) + 3 * Math.log(0.75)) / 4, 12);
    expect(constantLoss({ ...MSE, outputs: 1 }, flags)).toBeCloseTo(3 / 16, 12);
    const classes = { ...flags, rows: 2, targets: Float32Array.of(1, 0, 0, 0, 1, 0) };
    expect(constantLoss(SOFTMAX, classes)).toBeCloseTo(Math.LN2, 12);
  });

  it('is 1 where all targets are equal', () => {
    const same = { rows: 2, inputs: new Float32Array(0), targets: Float32Array.of(1, 1), clean: null };
    expect(constantLoss({ ...SIGMOID, outputs: 1 }, same)).toBe(1);
    expect(constantLoss({ ...MSE, outputs: 1 }, same)).toBe(1);
  });

  it('no constant is better', () => {
    for (const shape of SHAPES) {
      const split = sampleSplit(shape, 30, 9);
      const best = constantLoss(shape, split);
      for (let draw = 0; draw < 50; draw++) {
        const answer = normals(300 + draw, shape.outputs);
        const outputs = Float64Array.from({ length: 30 * shape.outputs }, (_, at) => answer[at % shape.outputs] ?? 0);
        expect(taskLoss(shape, outputs, shape.outputs, split).loss).toBeGreaterThanOrEqual(best - 1e-12);
      }
    }
  });
});
