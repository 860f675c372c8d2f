import type { BackendName } from '../../src/training/events';

export interface BenchRequest {
  readonly backend: BackendName;
  /** Interleaved repetitions. */
  readonly repeats: number;
  /** Length of one timed block in milliseconds. */
  readonly block: number;
}

/** One comparison: both sides in network-steps per second, one number per repetition. */
export interface BenchRow {
  readonly name: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}
