/**
 * Networks whose towers exchange activations. All numbers of a network are one row of `theta [L, P]`, so optimizers,
 * checkpoints and divergence checks treat them like plain towers; L networks are one tensor program.
 *
 * Tasks may have inputs of their own. Where towers mix, task t's output on task t's inputs needs every tower on task t's
 * inputs, so towers see T *views* of the data (view i = the inputs of task i) and only the diagonal, tower t on view t,
 * is kept before the heads. Where all tasks see the same inputs there is one view, and T times less to do.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ModelSpec } from '../../spec/experiment';
import type { TaskShape } from '../../spec/taskShape';
import type { Node, Root } from '../../tensor/tape';
import type { Adversary } from './adversary';
import type { Section } from './sections';

/** What a network is built for. */
export interface MixedSetting {
  readonly model: ModelSpec;
  /** d, the width of every task's inputs. */
  readonly inputs: number;
  readonly shapes: readonly TaskShape[];
  /** First weights of the plain towers of a seed, [T, columns of a tower] row by row. */
  readonly towers: (seed: number) => Float32Array;
}

export interface MixedContext {
  /** [L, P] */
  readonly theta: Node;
  /** [L*T, n, d] */
  readonly inputs: Tensor;
  /** Whether all tasks of a network see the same inputs; then only one view is computed. */
  readonly common: boolean;
  /** [L*T, n or 1, 1]: 1 / (rows of the task) on its real rows, 0 on padding; `null` where no penalty is asked for. */
  readonly rowWeights: Tensor | null;
}

export interface MixedPass {
  /** Raw outputs of task t on task t's inputs, [L*T, n, O]. */
  readonly outputs: Node;
  /** Penalties: squares c |M|^2, given by their node M and its cotangent 2 c M. */
  readonly penalties: readonly Root[];
  /** Shared features of every task's rows, [L, T, n, h], where the scheme has them. */
  readonly shared: Node | null;
}

/** From step `from` on, the learning rate of column p is multiplied by `rateFactors[p]`; 0 = frozen; `null` = all 1. */
export interface Phase {
  readonly from: number;
  readonly rateFactors: Float32Array | null;
}

export interface MixedNetwork {
  /** What lies where in a row, in order. */
  readonly sections: readonly Section[];
  /** P */
  readonly columns: number;
  /** First is `from: 0`; the optimizer starts afresh with every other. */
  readonly phases: readonly Phase[];
  readonly adversary: Adversary | null;
  /** First weights of a seed, [P]. */
  initial(seed: number): Float32Array;
  forward(context: MixedContext): MixedPass;
  /** The numbers that `mixedReadout` describes, [L, M]; `null` where there are none. Needs `rowWeights`. */
  readonly mixing: ((context: MixedContext) => Tensor) | null;
  /** Frees the constants. */
  dispose(): void;
}
