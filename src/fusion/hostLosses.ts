/** The three losses in doubles with their gradients, and the loss of the best constant answer as their yardstick. */
import { exp, log } from '../numeric/elementary';
import type { TaskShape } from '../spec/taskShape';
import type { TaskSplit } from '../tasks/taskSuite';

export interface LossAndGradient {
  /** Mean over rows (and outputs; softmax: over rows). */
  readonly loss: number;
  /** d loss / d outputs, [n x stride]; zero on outputs that the task lacks. */
  readonly gradient: Float64Array;
}

/** log(1 + e^x) without overflow. */
function softplus(x: number): number {
  return x > 0 ? x + log(1 + exp(-x)) : log(1 + exp(x));
}

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Probabilities of one row of logits, `width` of them from `start` on. */
export function softmaxRow(outputs: Float64Array, start: number, width: number): Float64Array {
  const logits = outputs.subarray(start, start + width);
  const shift = Math.max(...logits);
  const powers = logits.map((z) => exp(z - shift));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

/**
 * Mean loss of raw outputs [n x stride] and its gradient, as training defines them: squared error and logistic loss
 * are means over rows and outputs, cross-entropy (nats) over rows.
 */
export function taskLoss(shape: TaskShape, raw: Float64Array, stride: number, split: TaskSplit): LossAndGradient {
  const { outputScale = 1 } = shape;
  const outputs = raw.map((z) => outputScale * z);
  const width = shape.outputs;
  const gradient = new Float64Array(split.rows * stride);
  const share = 1 / (shape.loss === 'softmax' ? split.rows : split.rows * width);
  let total = 0;
  for (let n = 0; n < split.rows; n++) {
    const probabilities = shape.loss === 'softmax' ? softmaxRow(outputs, n * stride, width) : null;
    for (let j = 0; j < width; j++) {
      const z = outputs[n * stride + j] ?? 0;
      const y = split.targets[n * width + j] ?? 0;
      if (probabilities !== null) {
        const p = probabilities[j] ?? 0;
        if (y > 0) total -= y * log(p);
        gradient[n * stride + j] = (p - y) * share;
      } else if (shape.loss === 'sigmoid') {
        total += softplus(z) - y * z;
        gradient[n * stride + j] = (logistic(z) - y) * share;
      } else {
        total += (z - y) ** 2;
        gradient[n * stride + j] = 2 * (z - y) * share;
      }
    }
  }
  return { loss: total * share, gradient: gradient.map((slope) => outputScale * slope) };
}

/**
 * Loss of always giving the same answer, the best one for this split: variance, or entropy of the frequencies.
 * 1 where that is zero (all targets equal), so that one may divide by it.
 */
export function constantLoss(shape: TaskShape, split: TaskSplit): number {
  const width = shape.outputs;
  let total = 0;
  for (let j = 0; j < width; j++) {
    let mean = 0;
    for (let n = 0; n < split.rows; n++) mean += (split.targets[n * width + j] ?? 0) / split.rows;
    const surprise = (p: number) => (p > 0 ? -p * log(p) : 0);
    if (shape.loss === 'softmax') total += surprise(mean);
    else if (shape.loss === 'sigmoid') total += (surprise(mean) + surprise(1 - mean)) / width;
    else {
      for (let n = 0; n < split.rows; n++) {
        total += ((split.targets[n * width + j] ?? 0) - mean) ** 2 / (split.rows * width);
      }
    }
  }
  return total > 0 ? total : 1;
}
