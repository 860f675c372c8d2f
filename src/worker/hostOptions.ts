/** What a host is given: its wire, its clock, and the makers of what it runs. */
import type { OpenedBackend } from '../engine/openBackend';
import type { ExperimentSpec } from '../spec/experiment';
import type { TrainerOptions } from '../training/createTrainer';
import type { BackendName } from '../training/events';
import type { Trainer } from '../training/trainer';
import type { BannedBackend, Envelope } from './protocol';

/** Builds a cohort on the backend that was prepared for it; a promise where that has to wait for other threads. */
export type CreateTrainer = (spec: ExperimentSpec, options: TrainerOptions) => Trainer | Promise<Trainer>;

export interface HostOptions {
  readonly post: (envelope: Envelope, transfer: ArrayBuffer[]) => void;
  readonly createTrainer: CreateTrainer;
  /** Chooses, tests and makes current; rejects with `NoBackendError`. */
  readonly openBackend: (preference: BackendName | null, banned: readonly BannedBackend[]) => Promise<OpenedBackend>;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Lets everything else on this thread have its turn. */
  readonly yield: () => Promise<void>;
  /** Least time between two checkpoints, ms. */
  readonly checkpointEvery?: number;
}
