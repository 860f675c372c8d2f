/**
 * The program of some lanes: what the trainer needs of it, whatever the networks are and whatever computes them. Numbers
 * cross this border as plain arrays, so that a program may live on TensorFlow.js, in a WebAssembly module or on a GPU.
 */
import type { SplitName } from './cohortData';
import type { Evaluation } from './events';
import type { ArmPhase } from './phase';

/** A state set aside; independent of how many steps follow. */
export interface Held {
  /** theta [R, P] of that state. */
  theta(): Promise<Float32Array>;
  /** Makes it the present state again; may be called more than once. */
  restore(): void;
  release(): void;
}

export interface Program {
  /** Lengths of the arrays of `save`: theta [R*P], the optimizer's slots, the companions (`companions.ts`), the balancer's memory if any. */
  readonly lengths: readonly number[];
  /**
   * Takes `steps` steps from the number `step` (0-based) on. A promise only when something has to be awaited; else all is
   * queued or done on return.
   */
  advance(step: number, steps: number): Promise<void> | undefined;
  /** Resolves when all queued work is done; undefined when nothing ever is queued. */
  settle(): Promise<void> | undefined;
  /** Copies of the present state. */
  save(): Promise<readonly Float32Array[]>;
  /** Replaces the state; copies the arrays, which are as long as `lengths` says. */
  restore(arrays: readonly Float32Array[]): void;
  hold(): Held;
  /** Use changed arms from the next step on: one phase per arm of the program. */
  applyPhases(phases: readonly ArmPhase[]): void;
  /** Gives every task the own trunk of `task`; only networks that mix activations have it, rows are rewritten outside. */
  adopt?(task: number): Promise<void>;
  /** theta [R, P] of the present step. Leave the array as it is: passed straight back, it need not be uploaded. */
  theta(): Promise<Float32Array>;
  /** Raw outputs [R, n, O] of every tower with weights `theta` on a split, padded to the longest as `cohortData.ts` does. */
  outputs(theta: Float32Array, split: SplitName): Promise<Float32Array>;
  /** Full-batch gradients [R, P] of the unweighted losses at `theta`; only rows have them. */
  gradients?(theta: Float32Array): Promise<Float32Array>;
  /** [L*T] weights that balancing gave the tasks in the newest step; empty where nothing balances. */
  taskWeights(): Float32Array;
  /** Arrays of an evaluation that only these networks have. */
  readouts?(theta: Float32Array): Promise<Partial<Evaluation>>;
  dispose(): void;
}
