import { createRequire } from 'node:module';
import type { WasmPaths } from '../engine/liveBackend';

/** Where the `.wasm` files of TensorFlow.js are in Node. */
export function wasmPaths(): WasmPaths {
  const { resolve } = createRequire(import.meta.url);
  return {
    plain: resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm'),
    simd: resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
  };
}
