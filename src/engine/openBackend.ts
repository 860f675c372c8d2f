/** Chooses a tensor backend by rule, and writes down why. */
import { enableProdMode } from '@tensorflow/tfjs-core';
import type { BackendName, BackendReport, BackendTrial } from '../training/events';
import { BackendRefused } from './backendRefused';
import { openCpu } from './cpu';
import type { BackendLoss, DriverOptions, LiveBackend, WasmPaths } from './liveBackend';
import { openWasm } from './wasm';
import { openWebgl } from './webgl';
import { openWebgpu } from './webgpu';
import { withTimeout } from './withTimeout';

export interface SelfTestResult {
  readonly passed: boolean;
  /** Largest deviation from the stored numbers, relative; Infinity when it could not be measured. */
  readonly deviation: number;
  readonly detail: string;
}

/** Trains the golden run on the current backend. `signal` aborts when nobody waits any more. */
export type SelfTest = (backend: BackendName, signal: AbortSignal) => Promise<SelfTestResult>;

export interface OpenBackendOptions {
  readonly wasmPaths: WasmPaths;
  /** Backends that this page has lost and that are not to be tried again, with the story. */
  readonly banned?: readonly { readonly backend: BackendName; readonly detail: string }[];
  /** Replaces the drivers; for tests. */
  readonly drivers?: Drivers;
}

export interface OpenedBackend {
  readonly name: BackendName;
  readonly report: BackendReport;
  readonly lost: Promise<BackendLoss>;
  isLost(): boolean;
  /** Loses the backend on purpose: for tests of the recovery. */
  lose(): void;
  dispose(): void;
}

export type Drivers = Readonly<Record<BackendName, (options: DriverOptions) => Promise<LiveBackend>>>;

/** No backend could be had; `trials` is the whole story, `backend` and `reason` its last word. */
export class NoBackendError extends Error {
  override readonly name = 'NoBackendError';
  constructor(
    readonly trials: readonly BackendTrial[],
    readonly backend: BackendName,
    readonly reason: BackendTrial['reason'],
    detail: string,
  ) {
    super(detail);
  }
}

/** In the order of preference. */
const BACKENDS: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];
const DRIVERS: Drivers = { webgpu: openWebgpu, webgl: openWebgl, wasm: openWasm, cpu: openCpu };
/** Longest self-test waited for. Real GPUs need well under a second; a software adapter that was forced, far more. */
const SELF_TEST_WITHIN_MS = { chosen: 10_000, forced: 120_000 };

/**
 * The forced backend, else the first of webgpu (hardware), webgl (hardware), wasm, cpu that passes the self-test.
 * It is current in TensorFlow.js when the promise resolves. A forced backend is never replaced by another.
 * @throws NoBackendError when nothing is left.
 */
export async function openBackend(
  preference: BackendName | null,
  selfTest: SelfTest,
  options: OpenBackendOptions,
): Promise<OpenedBackend> {
  // No debug checks, no advice about other packages on the console.
  enableProdMode();
  const trials: BackendTrial[] = [];
  const drivers = options.drivers ?? DRIVERS;
  for (const [index, backend] of BACKENDS.entries()) {
    const banned = options.banned?.find((entry) => entry.backend === backend);
    if (preference !== null && backend !== preference) {
      trials.push({ backend, outcome: 'skipped', reason: 'not-asked', detail: '' });
    } else if (banned !== undefined) {
      trials.push({ backend, outcome: 'refused', reason: 'lost', detail: banned.detail });
    } else {
      const forced = preference !== null;
      try {
        const live = await openTested(backend, selfTest, drivers[backend], { forced, wasmPaths: options.wasmPaths });
        const reason = forced ? 'forced' : 'first-that-passes';
        trials.push({ backend, outcome: 'chosen', reason, detail: live.detail }, ...notAsked(index + 1));
        return { ...live, name: backend, report: { backend, trials } };
      } catch (error) {
        trials.push(refusalOf(backend, error));
      }
    }
  }
  const last = trials.findLast((trial) => trial.outcome === 'refused');
  throw new NoBackendError(trials, last?.backend ?? 'cpu', last?.reason ?? 'missing', tell(trials));
}

/** Opens one backend and lets it train the golden run. @throws BackendRefused */
async function openTested(
  backend: BackendName,
  selfTest: SelfTest,
  driver: Drivers[BackendName],
  options: DriverOptions,
): Promise<LiveBackend> {
  const live = await driver(options);
  const abort = new AbortController();
  try {
    const limit = options.forced ? SELF_TEST_WITHIN_MS.forced : SELF_TEST_WITHIN_MS.chosen;
    const lost = live.lost.then((loss): SelfTestResult => {
      throw new BackendRefused('lost', `lost during the self-test: ${loss.detail}`);
    });
    const result = await withTimeout(Promise.race([selfTest(backend, abort.signal), lost]), limit, 'self-test');
    if (live.isLost()) throw new BackendRefused('lost', 'lost during the self-test');
    if (!result.passed) throw new BackendRefused('self-test-failed', `${live.detail}; ${result.detail}`);
    return { ...live, detail: `${live.detail}; ${result.detail}` };
  } catch (error) {
    abort.abort();
    live.dispose();
    throw error;
  }
}

function refusalOf(backend: BackendName, error: unknown): BackendTrial {
  const reason = error instanceof BackendRefused ? error.reason : 'error';
  const detail = error instanceof Error ? error.message : String(error);
  return { backend, outcome: 'refused', reason, detail };
}

function notAsked(from: number): readonly BackendTrial[] {
  return BACKENDS.slice(from).map((backend) => ({ backend, outcome: 'skipped', reason: 'not-asked', detail: '' }));
}

function tell(trials: readonly BackendTrial[]): string {
  return trials.map((trial) => `${trial.backend}: ${trial.reason} ${trial.detail}`.trim()).join('\n');
}
