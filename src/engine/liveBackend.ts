import type { ExperimentSpec } from '../spec/experiment';
import type { RowPrograms } from '../training/rowPrograms';

/** How a working backend stops working. Numbers read after a loss are worth nothing. */
export interface BackendLoss {
  /** `lost`: device or context gone; `out-of-memory`: an allocation failed; `error`: the device refused a command. */
  readonly kind: 'lost' | 'out-of-memory' | 'error';
  readonly detail: string;
}

/** What trains: a backend of TensorFlow.js that has been made current there, or an engine of fused steps. */
export interface LiveBackend {
  /** Technical name for the details box: adapter, renderer, build. */
  readonly detail: string;
  /** Fused steps of rows; left out where everything goes through TensorFlow.js. */
  readonly rowPrograms?: RowPrograms;
  /**
   * To be awaited before networks are built, and again after another backend had its turn: makes current in TensorFlow.js
   * what trains the networks of the experiment that fused steps do not. Left out where nothing else is ever current.
   */
  prepare?(spec: ExperimentSpec): Promise<void>;
  /** Resolves when the backend is lost; never when there is nothing to lose. */
  readonly lost: Promise<BackendLoss>;
  /** Asked synchronously after each read-back: a lost WebGL context reads zeros without an error. */
  isLost(): boolean;
  /** Loses the backend on purpose, as a driver would: for tests of the recovery. */
  lose(): void;
  dispose(): void;
}

/** What a driver needs to know. */
export interface DriverOptions {
  /** The user asked for this backend: software adapters are allowed. */
  readonly forced: boolean;
  /** Where the `.wasm` files are: addresses in a browser, file paths in Node. */
  readonly wasmPaths: WasmPaths;
}

export interface WasmPaths {
  readonly plain: string;
  readonly simd: string;
}

/** `lost`, `isLost` and `lose` of a backend that lives in this thread's own memory. */
export const NOTHING_TO_LOSE: Pick<LiveBackend, 'lost' | 'isLost' | 'lose'> = {
  lost: new Promise<BackendLoss>(() => undefined),
  isLost: () => false,
  lose: () => undefined,
};
