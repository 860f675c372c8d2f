/**
 * How the page (or a test, or the headless twin) drives a run. Two implementations that cannot be told apart:
 * `workerEngine.ts` (a disposable Web Worker, crash-only) and `inProcessEngine.ts` (same thread).
 */
import type { ExperimentSpec } from '../spec/experiment';
import type { Adjustment, BackendName, Checkpoint, RunEvent } from '../training/events';

export interface OpenOptions {
  /** Force one backend; `null` = choose by rule and self-test. */
  readonly backend: BackendName | null;
  /** Go on from here instead of from step 0. */
  readonly checkpoint?: Checkpoint;
  /** Live changes already made, replayed at their steps. */
  readonly adjustments?: readonly Adjustment[];
}

export interface LabEngine {
  /** Draw the data, choose the backend, build the cohort. Ends any earlier run. Emits `prepared` and the evaluation of step 0. */
  open(spec: ExperimentSpec, options: OpenOptions): void;
  /** Train until paused or until the last step. */
  run(): void;
  pause(): void;
  /** Train exactly n steps, then pause; emits an evaluation at the step reached. */
  step(n: number): void;
  /** Change an arm from the next step on; `step` of the emitted `adjusted` says which. */
  adjust(change: Omit<Adjustment, 'step'>): void;
  /** Upper limit of lockstep steps per second; `null` = flat out. */
  setPace(stepsPerSecond: number | null): void;
  /** Free everything. */
  close(): void;
  /** Returns the unsubscriber. */
  subscribe(listener: (event: RunEvent) => void): () => void;
}
