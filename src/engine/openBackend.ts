/** Chooses what trains by rule, and writes down why. */
import { enableProdMode } from '@tensorflow/tfjs-core';
import type { BackendName, BackendReport, BackendTrial } from '../training/events';
import type { RowPrograms } from '../training/rowPrograms';
import { BackendRefused } from './backendRefused';
import { openCpu } from './cpu';
import type { DriverOptions, LiveBackend, WasmPaths } from './liveBackend';
import { chosenReport } from './chosenReport';
import { openSimd } from './simd';
import { openWasm } from './wasm';
import { openWebgl } from './webgl';
import { openWebgpu } from './webgpu';
import { openWgsl } from './wgsl';
import { withTimeout } from './withTimeout';

export interface SelfTestResult {
  readonly passed: boolean;
  /** Largest deviation from the stored numbers, relative; Infinity when it could not be measured. */
  readonly deviation: number;
  readonly detail: string;
}

/** Trains the golden run on the backend just opened. `signal` aborts when nobody waits any more. */
export type SelfTest = (
  backend: BackendName,
  signal: AbortSignal,
  rowPrograms?: RowPrograms,
) => Promise<SelfTestResult>;

export interface OpenBackendOptions {
  readonly wasmPaths: WasmPaths;
  /** Backends that this page has lost and that are not to be tried again, with the story. */
  readonly banned?: readonly { readonly backend: BackendName; readonly detail: string }[];
  /** Replaces the drivers; for tests. */
  readonly drivers?: Drivers;
}

export interface OpenedBackend extends Omit<LiveBackend, 'detail'> {
  readonly name: BackendName;
  readonly report: BackendReport;
  /**
   * Another that passed as well: which of the two trains is for a race on the run's own networks to say. To be disposed of
   * on its own. Its report says that it was chosen, as this one's does.
   */
  readonly rival?: OpenedBackend;
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
const BACKENDS: readonly BackendName[] = ['wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu'];
/** Engines of fused steps: which is faster depends on the networks, so both are opened where both are there. */
const FUSED: readonly BackendName[] = ['wgsl', 'simd'];
const DRIVERS: Drivers = {
  ...{ wgsl: openWgsl, simd: openSimd },
  ...{ webgpu: openWebgpu, webgl: openWebgl, wasm: openWasm, cpu: openCpu },
};
/** Longest self-test waited for. Real GPUs need well under a second; a software adapter that was forced, far more. */
const SELF_TEST_WITHIN_MS = { chosen: 10_000, forced: 120_000 };

/**
 * The forced backend, else the first of wgsl (hardware), simd, webgpu (hardware), webgl (hardware), wasm, cpu that passes
 * the self-test; where wgsl and simd both pass, both. A forced backend is never replaced by another.
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
  const passed: { readonly name: BackendName; readonly live: LiveBackend }[] = [];
  for (const backend of BACKENDS) {
    const banned = options.banned?.find((entry) => entry.backend === backend);
    const wanted = preference === null ? passed.length === 0 || FUSED.includes(backend) : backend === preference;
    if (!wanted) {
      trials.push({ backend, outcome: 'skipped', reason: 'not-asked', detail: '' });
    } else if (banned !== undefined) {
      trials.push({ backend, outcome: 'refused', reason: 'lost', detail: banned.detail });
    } else {
      const forced = preference !== null;
      try {
        const live = await openTested(backend, selfTest, drivers[backend], { forced, wasmPaths: options.wasmPaths });
        passed.push({ name: backend, live });
        const reason = forced ? 'forced' : 'first-that-passes';
        trials.push({ backend, outcome: 'chosen', reason, detail: live.detail });
      } catch (error) {
        trials.push(refusalOf(backend, error));
      }
    }
  }
  const [first, second] = passed;
  if (first === undefined) {
    const last = trials.findLast((trial) => trial.outcome === 'refused');
    throw new NoBackendError(trials, last?.backend ?? 'cpu', last?.reason ?? 'missing', tell(trials));
  }
  if (second === undefined) return { ...first.live, name: first.name, report: { backend: first.name, trials } };
  const opened = ({ name, live }: typeof first): OpenedBackend => {
    return { ...live, name, report: chosenReport(trials, name, { chosen: 'fastest', other: 'slower' }) };
  };
  return { ...opened(first), rival: opened(second) };
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
    const tested = selfTest(backend, abort.signal, live.rowPrograms);
    const result = await withTimeout(Promise.race([tested, lost]), limit, 'self-test');
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

function tell(trials: readonly BackendTrial[]): string {
  return trials.map((trial) => `${trial.backend}: ${trial.reason} ${trial.detail}`.trim()).join('\n');
}
