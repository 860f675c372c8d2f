/**
 * A run under the reader's hands: an engine, the record folded from its events, and the place looked at (scrubbing).
 * One session per picture; pages create it with an engine factory, so that recordings play before any training code loads.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { RunRecord } from '../record/runRecord';
import type { ExperimentSpec } from '../spec/experiment';
import type { Adjustment, BackendName } from '../training/events';

export interface SessionState {
  readonly spec: ExperimentSpec | null;
  readonly record: RunRecord | null;
  /** `recording`: shipped numbers are shown; `live`: this machine's own. */
  readonly source: 'none' | 'recording' | 'live';
  readonly phase: 'empty' | 'loading' | 'ready' | 'running' | 'paused' | 'finished' | 'failed';
  /** Index into `record.evaluations` while scrubbing or replaying, `null` = newest. */
  readonly cursor: number | null;
  /** An earlier run kept for comparison. */
  readonly pinned: RunRecord | null;
}

export interface Session {
  readonly store: StoreApi<SessionState>;
  /** Show a finished record; `play` animates the cursor through it from the start at about `rate` evaluations a second. */
  showRecording(record: RunRecord, play?: { readonly rate: number }): void;
  /** Make the engine (lazily) and open the spec on it; replaces the record. */
  load(spec: ExperimentSpec, backend: BackendName | null): void;
  run(): void;
  pause(): void;
  step(n: number): void;
  /** Back to step 0 of the same spec and seeds. */
  rewind(): void;
  adjust(change: Omit<Adjustment, 'step'>): void;
  setPace(stepsPerSecond: number | null): void;
  scrub(cursor: number | null): void;
  pin(): void;
  unpin(): void;
  dispose(): void;
}
