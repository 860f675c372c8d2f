/** TensorFlow.js backends for tests in Node. Not part of the product. */
import { createRequire } from 'node:module';
import '@tensorflow/tfjs-backend-cpu';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

/** Makes `name` the current backend, single-threaded where that matters. */
export async function useBackend(name: 'cpu' | 'wasm'): Promise<void> {
  if (name === 'wasm') {
    const folder = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
    setWasmPaths(folder.replace('package.json', 'dist/'));
    await env().getAsync('WASM_HAS_SIMD_SUPPORT');
    await env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT');
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  }
  if (!(await setBackend(name))) throw new Error(`no backend ${name}`);
}
