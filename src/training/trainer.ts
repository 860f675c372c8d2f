/**
 * A cohort in training, as the host loop sees it. Synchronous work (`advance`) only queues or computes;
 * nothing is read back from the device except in `evaluate` and `checkpoint`.
 */
import type { Adjustment, Checkpoint, Evaluation, Prepared } from './events';

export interface Trainer {
  /** Facts for the `prepared` event; the host adds the backend report. */
  readonly facts: Omit<Prepared, 'type' | 'backend'>;
  /** Steps already taken. */
  readonly step: number;
  /** First step > `step` at which an evaluation is due (multiple of `evaluation.every`, or the last step). */
  readonly nextEvaluation: number;
  /**
   * Take up to `steps` steps, never past `nextEvaluation` nor `training.steps`; resolves with how many were taken. Only
   * methods that read numbers back make it wait: without them all steps have been queued or taken when it returns.
   */
  advance(steps: number): Promise<number>;
  /** Wait until all queued work is done on the device without reading results (no-op on CPU backends). */
  settle(): Promise<void>;
  /**
   * Measure all lanes at the current step.
   * @throws DivergenceError when a loss or weight is not finite or exceeds the bound; the cohort is then unusable.
   */
  evaluate(): Promise<Evaluation>;
  checkpoint(): Promise<Checkpoint>;
  /** Apply from the current step on. @throws RangeError naming the field when a value is not allowed. */
  adjust(change: Omit<Adjustment, 'step'>): Adjustment;
  /** Frees every tensor; the object must not be used afterwards. */
  dispose(): void;
}

/** A network left the numbers: which one, when, and what was seen. Judged in JavaScript on read-back numbers. */
export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
  constructor(
    readonly at: {
      readonly step: number;
      readonly lane: number;
      readonly arm: string;
      readonly seed: number;
      readonly task: number;
    },
    readonly quantity: 'loss' | 'weight',
    readonly value: number,
  ) {
    super(`diverged at step ${at.step}: ${quantity} of task ${at.task} in arm ${at.arm}, seed ${at.seed} is ${value}`);
  }
}
