import { describe, expect, it } from 'vitest';
import { exp } from '../numeric/elementary';
import type { TaskShape } from '../spec/taskShape';
import { diagonalFisher } from './diagonalFisher';
import { softmaxRow } from './hostLosses';
import { forwardTower, outputsOf } from './hostTower';
import { INPUTS, MSE, normals, sampleSplit, sampleTower, SHAPES, SIGMOID } from './sampleTower.fixture';
import type { Row, TowerShape } from './towerShape';

const ROWS = 5;

function outputsAt(tower: TowerShape, row: Row, inputs: ArrayLike<number>): Float64Array {
  return outputsOf(forwardTower(tower, row, inputs, 1));
}

/** d z / d theta_i by central differences, for one example. */
function slopes(tower: TowerShape, row: Float64Array, inputs: ArrayLike<number>, i: number): Float64Array {
  const at = (shift: number) => {
    const moved = row.slice();
    moved[i] = (row[i] ?? 0) + shift;
    return outputsAt(tower, moved, inputs);
  };
  const high = at(1e-5);
  const low = at(-1e-5);
  return high.map((value, j) => (value - (low[j] ?? 0)) / 2e-5);
}

/** E_y (d log p / d theta_i)^2 of one example by its definition: a sum over all answers, weighted by their probability. */
function expected(shape: TaskShape, z: Float64Array, dz: Float64Array): number {
  if (shape.loss === 'mse') return dz.slice(0, shape.outputs).reduce((sum, slope) => sum + slope * slope, 0);
  if (shape.loss === 'softmax') {
    const p = softmaxRow(z, 0, shape.outputs);
    const mean = p.reduce((sum, value, j) => sum + value * (dz[j] ?? 0), 0);
    return p.reduce((sum, value, y) => sum + value * ((dz[y] ?? 0) - mean) ** 2, 0);
  }
  let total = 0;
  for (let answer = 0; answer < 2 ** shape.outputs; answer++) {
    let probability = 1;
    let slope = 0;
    for (let j = 0; j < shape.outputs; j++) {
      const p = 1 / (1 + exp(-(z[j] ?? 0)));
      const y = (answer >> j) & 1;
      probability *= y === 1 ? p : 1 - p;
      slope += (y - p) * (dz[j] ?? 0);
    }
    total += probability * slope * slope;
  }
  return total;
}

describe('diagonalFisher', () => {
  it.each(SHAPES)('is the expectation over the answers of the model, taken answer by answer: $loss', (shape) => {
    const tower = sampleTower([4], 'tanh');
    const row = normals(1, tower.columns);
    const { inputs } = sampleSplit(shape, ROWS, 4);
    const fisher = diagonalFisher(tower, row, shape, inputs, ROWS);
    for (let i = 0; i < row.length; i++) {
      let mean = 0;
      for (let n = 0; n < ROWS; n++) {
        const x = inputs.slice(n * INPUTS, (n + 1) * INPUTS);
        mean += expected(shape, outputsAt(tower, row, x), slopes(tower, row, x, i)) / ROWS;
      }
      expect(fisher[i]).toBeCloseTo(mean, 8);
    }
    expect(Math.max(...fisher)).toBeGreaterThan(0.01);
  });

  it('of a linear tower with squared error is the mean squared input', () => {
    const tower = sampleTower([], 'linear', [{ ...MSE, outputs: 1 }]);
    // One linear head layer of 2 units before the output: look at the output layer only.
    const output = tower.layers.at(-1);
    const row = normals(2, tower.columns);
    const { inputs } = sampleSplit(MSE, ROWS, 8);
    const fisher = diagonalFisher(tower, row, { ...MSE, outputs: 1 }, inputs, ROWS);
    const hidden = forwardTower(tower, row, inputs, ROWS).activations[1] ?? [];
    for (let i = 0; i < 2; i++) {
      const square = Array.from({ length: ROWS }, (_, n) => (hidden[n * 2 + i] ?? 0) ** 2 / ROWS);
      expect(fisher[(output?.weights ?? 0) + i]).toBeCloseTo(
        square.reduce((sum, value) => sum + value, 0),
        12,
      );
    }
    expect(fisher[output?.biases ?? 0]).toBeCloseTo(1, 12);
  });

  it.each(SHAPES)('of a scaled output is that of a tower with larger last weights: $loss', (shape) => {
    const tower = sampleTower([4]);
    const row = normals(6, tower.columns);
    const { inputs } = sampleSplit(shape, ROWS, 5);
    const last = tower.layers.at(-1)?.weights ?? 0;
    const larger = row.map((value, column) => (column < last ? value : 3 * value));
    const scaled = diagonalFisher(tower, row, { ...shape, outputScale: 3 }, inputs, ROWS);
    const enlarged = diagonalFisher(tower, larger, shape, inputs, ROWS);
    // d/dw = 3 d/d(3w)
    scaled.forEach((value, column) => {
      const expected = (enlarged[column] ?? NaN) * (column < last ? 1 : 9);
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, expected));
    });
  });

  it('is zero on outputs that a narrow task lacks', () => {
    const tower = sampleTower([4]);
    const output = tower.layers.at(-1);
    const fisher = diagonalFisher(
      tower,
      normals(3, tower.columns),
      SIGMOID,
      sampleSplit(SIGMOID, ROWS, 1).inputs,
      ROWS,
    );
    expect(fisher[(output?.biases ?? 0) + 2]).toBe(0);
    expect(fisher[(output?.biases ?? 0) + 1]).toBeGreaterThan(0);
  });
});
