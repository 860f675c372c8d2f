/** The trainers of the parts of a run, wherever they are. */
import type { ExperimentSpec } from '../../spec/experiment';
import type { TrainerOptions } from '../createTrainer';
import type { Adjustment, Checkpoint, Evaluation } from '../events';
import type { Trainer } from '../trainer';

/** A trainer that obeys in the order in which it is told, and answers later. Rejects as the trainer throws. */
export interface RemoteTrainer {
  readonly facts: Trainer['facts'];
  /** Resolves when the steps are done. */
  advance(steps: number): Promise<unknown>;
  evaluate(): Promise<Evaluation>;
  checkpoint(): Promise<Checkpoint>;
  /** The state at `step`, one of the two newest steps at which it was asked to evaluate, also when it diverged there. */
  recall(step: number): Promise<Checkpoint>;
  adjust(change: Omit<Adjustment, 'step'>): Promise<unknown>;
  dispose(): void;
}

export interface ShardPool {
  /** Trainers that it holds at once. */
  readonly size: number;
  /** Builds a trainer in place `index` < size, instead of the one before. */
  create(
    index: number,
    spec: ExperimentSpec,
    options: Pick<TrainerOptions, 'checkpoint' | 'adjustments'>,
  ): Promise<RemoteTrainer>;
}
