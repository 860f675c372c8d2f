/** The tensor program of some lanes: what the trainer needs of it, whatever the networks are. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { SplitName } from './cohortData';
import type { Evaluation } from './events';
import type { ArmPhase } from './phase';

/** The numbers of a program at one step, kept alive until they are released. */
export interface Held {
  readonly state: readonly Tensor[];
  /** What is kept on the host: memories of balancing methods. */
  readonly memory: readonly Float32Array[];
}

export interface Program {
  /** theta first, then whatever else a checkpoint must hold; valid until the next step. */
  readonly state: readonly Tensor[];
  readonly memory: readonly Float32Array[];
  /** Take the step number `step` (0-based). A promise when numbers have to be read back on the way. */
  advance(step: number): Promise<void> | undefined;
  /** Replace the state by new tensors, which the program then owns. */
  restore(state: readonly Tensor[], memory: readonly Float32Array[]): void;
  /** Keep the present state alive until `release`, however many steps follow. */
  hold(): Held;
  release(held: Held): void;
  /** Use changed arms from the next step on: one phase per arm of the program. */
  applyPhases(phases: readonly ArmPhase[]): void;
  /** Gives every task the own trunk of `task`; only networks that mix activations have it, rows are rewritten outside. */
  adopt?(task: number): Promise<void>;
  /** Raw outputs [R, n, O] of every tower for inputs [R, n, d]. */
  predict(theta: Tensor, inputs: Tensor): Tensor;
  /** [L*T] weights that balancing gave the tasks in the newest step; empty where nothing balances. */
  taskWeights(): Float32Array;
  /** Arrays of an evaluation that only these networks have, from the inputs [U, n, d] of each split. */
  readouts?(theta: Tensor, inputs: Readonly<Record<SplitName, Tensor>>): Promise<Partial<Evaluation>>;
  dispose(): void;
}
