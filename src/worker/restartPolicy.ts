import type { BackendName } from '../training/events';
import type { BannedBackend } from './protocol';

/** What computes on a device that a driver may take away. */
const GPU: readonly BackendName[] = ['wgsl', 'webgpu', 'webgl'];
/** All but what TensorFlow.js computes in this thread's own memory. */
const QUICK: readonly BackendName[] = [...GPU, 'simd'];

const RESTARTS = 3;
const RESTARTS_WITHIN_MS = 60_000;
const LOSSES = 2;
const LOSSES_WITHIN_MS = 120_000;
/** A worker whose script cannot be loaded dies at once; asking again in the same moment helps nobody. */
const DELAYS_MS = [0, 250, 1000, 2000] as const;

export type RestartDecision = { readonly go: true; readonly delay: number } | { readonly go: false };

/** How often an engine is started again, and on what, before the page gives up. */
export interface RestartPolicy {
  /** Backends not to be tried (again). */
  readonly banned: readonly BannedBackend[];
  /** Some backends are left for good: one that was forced is no longer insisted on. */
  readonly isSafe: boolean;
  /** The engine is gone. What now? */
  decide(now: number, cause: { readonly backendLost: boolean; readonly detail: string }): RestartDecision;
  /** The GPU is not to be tried again on this page. */
  leaveGpu(detail: string): void;
}

/**
 * Three restarts a minute; the fourth goes through TensorFlow.js on the processor; the one after that is not made. Two lost devices in two
 * minutes also end the use of the GPU: Chrome then gives this page no adapter until it is reloaded.
 */
export function createRestartPolicy(): RestartPolicy {
  let restarts: number[] = [];
  let losses: number[] = [];
  let banned: readonly BannedBackend[] = [];
  const leave = (backends: readonly BackendName[], detail: string): void => {
    banned = backends.map((backend) => ({ backend, detail }));
  };
  return {
    get banned() {
      return banned;
    },
    get isSafe() {
      return banned.length > 0;
    },
    leaveGpu: (detail) => leave(GPU, detail),
    decide(now, cause) {
      restarts = [...restarts.filter((at) => now - at < RESTARTS_WITHIN_MS), now];
      if (cause.backendLost) losses = [...losses.filter((at) => now - at < LOSSES_WITHIN_MS), now];
      if (restarts.length > RESTARTS + 1) return { go: false };
      if (restarts.length > RESTARTS) leave(QUICK, cause.detail);
      else if (losses.length >= LOSSES) leave(GPU, cause.detail);
      return { go: true, delay: DELAYS_MS[restarts.length - 1] ?? 0 };
    },
  };
}
