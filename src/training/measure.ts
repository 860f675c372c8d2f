/**
 * Loss and score of one task from its raw outputs, in doubles and with our own exp and log, so that equal outputs give
 * equal numbers in every browser.
 */
import { exp, log } from '../numeric/elementary';
import type { TaskShape } from '../spec/taskShape';
import type { TaskSplit } from '../tasks/taskSuite';

export interface Measurement {
  /** Mean over rows (and outputs): squared error, or cross-entropy in nats. */
  readonly loss: number;
  /** Accuracy 0..1, or relative error (squared error against the noise-free target / variance of that target). */
  readonly score: number;
}

/** log(1 + e^x) without overflow. */
function softplus(x: number): number {
  return x > 0 ? x + log(1 + exp(-x)) : log(1 + exp(x));
}

type RowReader = (row: number, output: number) => number;

function meanSquares(outputs: RowReader, split: TaskSplit, width: number): Measurement {
  const truth = split.clean ?? split.targets;
  let loss = 0;
  let error = 0;
  for (let row = 0; row < split.rows; row++) {
    for (let j = 0; j < width; j++) {
      const z = outputs(row, j);
      loss += (z - (split.targets[row * width + j] ?? 0)) ** 2;
      error += (z - (truth[row * width + j] ?? 0)) ** 2;
    }
  }
  const spread = totalVariance(truth, split.rows, width);
  // A constant target has no variance to compare with: then the score is the squared error itself.
  return { loss: loss / (split.rows * width), score: error / split.rows / (spread > 0 ? spread : 1) };
}

/** Sum over columns of the population variance. */
function totalVariance(values: Float32Array, rows: number, width: number): number {
  let total = 0;
  for (let j = 0; j < width; j++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += values[row * width + j] ?? 0;
    mean /= rows;
    for (let row = 0; row < rows; row++) total += ((values[row * width + j] ?? 0) - mean) ** 2 / rows;
  }
  return total;
}

function logistic(outputs: RowReader, split: TaskSplit, width: number): Measurement {
  let loss = 0;
  let right = 0;
  for (let row = 0; row < split.rows; row++) {
    for (let j = 0; j < width; j++) {
      const z = outputs(row, j);
      const y = split.targets[row * width + j] ?? 0;
      loss += softplus(z) - y * z;
      if (z > 0 === y > 0.5) right++;
    }
  }
  return { loss: loss / (split.rows * width), score: right / (split.rows * width) };
}

function multinomial(outputs: RowReader, split: TaskSplit, width: number): Measurement {
  let loss = 0;
  let right = 0;
  for (let row = 0; row < split.rows; row++) {
    let top = 0;
    let actual = 0;
    for (let j = 1; j < width; j++) {
      if (outputs(row, j) > outputs(row, top)) top = j;
      if ((split.targets[row * width + j] ?? 0) > 0.5) actual = j;
    }
    const shift = outputs(row, top);
    let sum = 0;
    for (let j = 0; j < width; j++) sum += exp(outputs(row, j) - shift);
    loss += log(sum) + shift - outputs(row, actual);
    if (top === actual) right++;
  }
  return { loss: loss / split.rows, score: right / split.rows };
}

/**
 * @param outputs raw outputs of all towers (before `shape.outputScale`), row-major with `stride` numbers per row; this task's begin at `offset`.
 */
export function measure(
  shape: TaskShape,
  split: TaskSplit,
  outputs: Float32Array,
  offset: number,
  stride: number,
): Measurement {
  const { outputScale = 1 } = shape;
  const read: RowReader = (row, output) => outputScale * (outputs[offset + row * stride + output] ?? NaN);
  switch (shape.loss) {
    case 'mse':
      return meanSquares(read, split, shape.outputs);
    case 'sigmoid':
      return logistic(read, split, shape.outputs);
    case 'softmax':
      return multinomial(read, split, shape.outputs);
  }
}
