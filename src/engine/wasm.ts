import { env, setBackend } from '@tensorflow/tfjs-core';
import { BackendRefused } from './backendRefused';
import { NOTHING_TO_LOSE, type DriverOptions, type LiveBackend } from './liveBackend';

/**
 * WebAssembly with SIMD where there is SIMD, always one thread: the threaded build needs cross-origin isolation and
 * `blob:` workers, and sums in an order that depends on the machine.
 */
export async function openWasm(options: DriverOptions): Promise<LiveBackend> {
  if (typeof WebAssembly !== 'object') throw new BackendRefused('missing', 'no WebAssembly');
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': options.wasmPaths.plain,
    'tfjs-backend-wasm-simd.wasm': options.wasmPaths.simd,
    // Never asked for (no threads), but the library wants an entry.
    'tfjs-backend-wasm-threaded-simd.wasm': options.wasmPaths.simd,
  });
  if (!(await setBackend('wasm'))) throw new BackendRefused('error', 'the WebAssembly module could not be started');
  const simd = await env().getAsync('WASM_HAS_SIMD_SUPPORT');
  // The module's memory goes with the worker; the factory must stay, it cannot be registered twice.
  return { ...NOTHING_TO_LOSE, detail: simd === true ? 'SIMD, 1 thread' : '1 thread', dispose: () => undefined };
}
