import type { Findings } from './finding';

export interface BenchOptions {
  /** A first look: few and short blocks, smaller experiments. */
  readonly quick: boolean;
  /** Compute shaders on a real graphics card instead of the software adapter. */
  readonly gpu: boolean;
  /** Whether a row was asked for. */
  readonly wants: (id: string) => boolean;
  /** Says what is being measured. */
  readonly tell: (what: string) => void;
}

/** A part of the benchmark that is measured in one go. */
export interface BenchPart {
  /** Rows it can hand back. */
  readonly ids: readonly string[];
  readonly measure: (options: BenchOptions) => Promise<Findings>;
}
