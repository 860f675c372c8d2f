/**
 * Losses of the tasks. On the device only their gradient is needed: for all three it is (link(z) - y) * scale,
 * with link = identity (mse), logistic (sigmoid), softmax (softmax), so tasks with different losses share one program.
 * The loss *values* are computed in doubles from outputs read back, see `measure.ts`.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Loss } from '../spec/experiment';
import { add, mul, sigmoid, softmax, sub } from '../tensor/kernels';

/** Factor in d loss / d z = factor * (link(z) - y) / rows: mse 2 / outputs, sigmoid 1 / outputs, softmax 1. */
export function gradientScale(loss: Loss, outputs: number): number {
  switch (loss) {
    case 'mse':
      return 2 / outputs;
    case 'sigmoid':
      return 1 / outputs;
    case 'softmax':
      return 1;
  }
}

/** What the device needs to know of the losses of the rows. */
export interface LossMasks {
  /** Losses that occur, in a fixed order. One loss needs no masks. */
  readonly kinds: readonly Loss[];
  /** Per occurring loss [R,1,1]: 1 on the rows that use it, else 0. Empty when there is one loss. */
  readonly rows: readonly Tensor[];
  /** [R,1,O]: 0 on the outputs that a softmax row has, -1e4 on those it lacks; `null` when none is lacking. */
  readonly missing: Tensor | null;
  /** [R,1,1]: fixed factor between raw outputs and predictions (`TaskShape.outputScale`); `null` when all are 1. */
  readonly outputScale: Tensor | null;
}

function link(z: Tensor, kind: Loss, missing: Tensor | null): Tensor {
  switch (kind) {
    case 'mse':
      return z;
    case 'sigmoid':
      return sigmoid(z);
    case 'softmax':
      return softmax(missing ? add(z, missing) : z);
  }
}

/**
 * Gradient of the weighted mean losses with respect to the outputs.
 * @param scale [R, n or 1, O]: task weight * {@link gradientScale} / rows; zero on padded rows and outputs.
 */
export function outputGradient(outputs: Tensor, targets: Tensor, scale: Tensor, masks: LossMasks): Tensor {
  const { outputScale } = masks;
  const scaled = outputScale ? mul(outputs, outputScale) : outputs;
  const parts = masks.kinds.map((kind, index) => {
    const linked = link(scaled, kind, masks.missing);
    const rows = masks.rows[index];
    return rows ? mul(linked, rows) : linked;
  });
  const linked = parts.reduce((sum, part) => add(sum, part));
  const gradient = mul(sub(linked, targets), scale);
  return outputScale ? mul(gradient, outputScale) : gradient;
}
