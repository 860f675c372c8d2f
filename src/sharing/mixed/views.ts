/** Towers on the inputs of all tasks, and back to each tower on its own; see `mixedNetwork.ts`. */
import { tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import { repeat as repeatTensor, reshape as reshapeTensor, slice } from '../../tensor/kernels';
import { repeat, reshape, sumProduct } from '../../tensor/tapeOperations';
import { constant, type Node } from '../../tensor/tape';

/** Number of views V that a network computes: one when all tasks see the same inputs. */
export const viewCount = (common: boolean, tasks: number): number => (common ? 1 : tasks);

/** The views of each network, [L, V*n, d], from inputs [L*T, n, d]. */
export function viewsOf(inputs: Tensor, tasks: number, common: boolean): Tensor {
  const [rows = 0, n = 0, width = 0] = inputs.shape;
  const lanes = rows / tasks;
  if (!common) return reshapeTensor(inputs, [lanes, tasks * n, width]);
  const perTask = reshapeTensor(inputs, [lanes, tasks, n * width]);
  return reshapeTensor(slice(perTask, [0, 0, 0], [lanes, 1, n * width]), [lanes, n, width]);
}

/** Every view for every tower, [L*T*V, n, d], from inputs [L*T, n, d]. */
export function viewsPerTower(inputs: Tensor, tasks: number, common: boolean): Tensor {
  if (common) return inputs;
  const [rows = 0, n = 0, width = 0] = inputs.shape;
  const lanes = rows / tasks;
  const copies = repeatTensor(reshapeTensor(inputs, [lanes, 1, tasks, n * width]), 1, tasks);
  return reshapeTensor(copies, [lanes * tasks * tasks, n, width]);
}

/**
 * Rows of towers [L*T, columns] once per view, [L*T*V, columns]. A tower's gradient is then summed per view first, so
 * views that do not reach the loss add exact zeros and change no bit.
 */
export function rowsPerView(rows: Node, views: number): Node {
  const [towers = 0, columns = 0] = rows.value.shape;
  return reshape(repeat(reshape(rows, [towers, 1, columns]), 1, views), [towers * views, columns]);
}

/** Keeps tower t on view t. */
export interface Diagonal {
  /** [L*T*V, n, h] -> [L*T, n, h] */
  take(hidden: Node, views: number): Node;
  dispose(): void;
}

export function createDiagonal(tasks: number): Diagonal {
  const identity = Float32Array.from({ length: tasks * tasks }, (_, i) => (i % (tasks + 1) === 0 ? 1 : 0));
  const mask = tensor4d(identity, [1, tasks, tasks, 1]);
  return {
    take(hidden, views) {
      if (views === 1) return hidden;
      const [rows = 0, n = 0, width = 0] = hidden.value.shape;
      const lanes = rows / (tasks * views);
      const all = reshape(hidden, [lanes, tasks, views, n * width]);
      return reshape(sumProduct(all, constant(mask), 2), [lanes * tasks, n, width]);
    },
    dispose: () => mask.dispose(),
  };
}
