/**
 * The adversary of shared-private networks: a linear discriminator softmax(b + U' s) reads the task from the shared
 * features (Liu, Qiu & Huang 2017, eq. 10) and takes several steps of its own before each step of the network, which in
 * turn receives its gradient reversed (Ganin & Lempitsky 2015). Its loss is the cross-entropy, the mean over the tasks of
 * the mean over their rows; when nothing is left to read it tends to log T.
 *
 * A weak discriminator does not do the job: with one slow step per update the shared trunk dodges it and a fresh probe
 * reads the task better than before, hence the number of steps and their rate are settings.
 */
import { tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import { createStream } from '../../numeric/random';
import type { SharedPrivateScheme } from '../../spec/scheme';
import { mul as mulTensor, reshape as reshapeTensor, softmax, sub } from '../../tensor/kernels';
import { add, matMul, reshape, reverse, split } from '../../tensor/tapeOperations';
import { backward, constant, createTape, variable, type Node, type Root } from '../../tensor/tape';

export interface Adversary {
  /** Columns of the discriminator's row. */
  readonly columns: number;
  /** Its steps per step of the network, and its learning rate. */
  readonly steps: number;
  readonly rate: number;
  initial(seed: number): Float32Array;
  /** Gradient of the discriminator's loss with respect to its rows [L, columns], for features [L, T, n, h]. */
  gradient(rows: Tensor, shared: Tensor, rowWeights: Tensor): Tensor;
  /** What the network gets: the gradient of the same loss, reversed and weighted. */
  root(rows: Tensor, shared: Node, rowWeights: Tensor): Root;
  dispose(): void;
}

/** @param width h, shared features. */
export function createAdversary(scheme: SharedPrivateScheme, tasks: number, width: number): Adversary {
  const columns = width * tasks + tasks;
  const minusStrength = tensor4d([-scheme.adversary], [1, 1, 1, 1]);
  const share = tensor4d([1 / tasks], [1, 1, 1, 1]);
  const identity = Float32Array.from({ length: tasks * tasks }, (_, i) => (i % (tasks + 1) === 0 ? 1 : 0));
  const truth = tensor4d(identity, [1, tasks, 1, tasks]);

  /** [L, T, n, T] */
  function logits(rows: Node, shared: Node): Node {
    const [lanes = 0, , n = 0] = shared.value.shape;
    const [weights, biases] = split(rows, [width * tasks, tasks]);
    if (!weights || !biases) throw new RangeError('the discriminator has weights and biases');
    const read = matMul(reshape(shared, [lanes, tasks * n, width]), reshape(weights, [lanes, width, tasks]));
    return reshape(add(read, reshape(biases, [lanes, 1, tasks])), [lanes, tasks, n, tasks]);
  }

  /** d loss / d logits: softmax - truth, weighted. */
  function lossRoot(node: Node, rowWeights: Tensor): Root {
    const [lanes = 0] = node.value.shape;
    const perRow = reshapeTensor(rowWeights, [lanes, tasks, rowWeights.shape[1] ?? 1, 1]);
    return { node, cotangent: mulTensor(sub(softmax(node.value), truth), mulTensor(perRow, share)) };
  }

  return {
    columns,
    steps: scheme.discriminatorSteps,
    rate: scheme.discriminatorRate,
    initial(seed) {
      const stream = createStream(seed, 'mixed.discriminator');
      const limit = Math.sqrt(6 / (width + tasks));
      return Float32Array.from({ length: columns }, (_, i) =>
        i < width * tasks ? (2 * stream.uniform(i) - 1) * limit : 0,
      );
    },
    gradient(rows, shared, rowWeights) {
      const leaf = variable(createTape(), rows);
      const result = backward([lossRoot(logits(leaf, constant(shared)), rowWeights)], leaf);
      if (!result) throw new RangeError('the discriminator does not depend on its weights');
      return result;
    },
    root: (rows, shared, rowWeights) => lossRoot(logits(constant(rows), reverse(shared, minusStrength)), rowWeights),
    dispose() {
      for (const part of [minusStrength, share, truth]) part.dispose();
    },
  };
}
