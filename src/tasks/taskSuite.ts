/**
 * A drawn data set: what one (point, seed) trains on. Plain typed arrays, no tensors.
 * Inputs are row-major n x d; targets row-major n x outputs (softmax: one-hot rows; sigmoid: 0 or 1).
 */
import type { TaskShape } from '../spec/taskShape';

export interface TaskSplit {
  readonly rows: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  /** Noise-free targets where the generator knows them (relative error is measured against these), else `null`. */
  readonly clean: Float32Array | null;
}

export interface TaskData {
  readonly shape: TaskShape;
  readonly train: TaskSplit;
  readonly validation: TaskSplit;
  readonly test: TaskSplit;
}

/** Training rows of one task that are seen once: `inputs` batch x d, `targets` batch x outputs. */
export interface FreshRows {
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
}

export interface TaskSuite {
  /** Width d of every task's inputs. */
  readonly inputs: number;
  readonly tasks: readonly TaskData[];
  /**
   * New training rows at every step, for sources that draw without end; else `null`. One entry per task, `batch` rows
   * each; pure in step and batch, and more rows extend fewer. Tasks with common inputs hold one `inputs` object.
   */
  readonly fresh: ((step: number, batch: number) => readonly FreshRows[]) | null;
}
