/** What the page of the benchmark is asked, and what it answers. */

export interface Blocks {
  /** Interleaved repetitions. */
  readonly repeats: number;
  /** Length of one timed block in milliseconds. */
  readonly block: number;
}

/** The lab's cohort on tensor programs against the plain loop. */
export interface PlainRequest extends Blocks {
  readonly kind: 'plain';
  readonly backend: 'wasm' | 'webgl';
}

/** Fused compute shaders against tensor programs, on one device. */
export interface GraphicsRequest extends Blocks {
  readonly kind: 'graphics';
}

export type BenchRequest = PlainRequest | GraphicsRequest;

/** One comparison: both sides in the same unit, one number per repetition. */
export interface BenchRow {
  readonly name: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export interface BenchAnswer {
  /** What it ran on, as the machine says. */
  readonly adapter: string;
  readonly rows: readonly BenchRow[];
}
