/** TensorFlow.js on WebAssembly with SIMD, one thread: what tensor programs and the plain loop run on in Node. */
import { openWasm } from '../../src/engine/wasm';
import { wasmPaths } from '../../src/cli/wasmPaths';

export async function openTensorflow(): Promise<void> {
  await openWasm({ forced: true, wasmPaths: wasmPaths() });
}
