/** The training side in Node, on this thread: the same host, trainer and self-test as in the page's worker. */
import { createRequire } from 'node:module';
import { openBackend } from '../engine/openBackend';
import { createSelfTest } from '../engine/selfTest';
import { createTrainer } from '../training/createTrainer';
import { createInProcessEngine } from '../worker/inProcessEngine';
import type { LabEngine } from '../worker/labEngine';

/** Importing this module loads TensorFlow.js: do so only where something is trained. */
export function createNodeEngine(): LabEngine {
  const { resolve } = createRequire(import.meta.url);
  const wasmPaths = {
    plain: resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm'),
    simd: resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
  };
  return createInProcessEngine({
    createTrainer,
    openBackend: (preference, banned) => openBackend(preference, createSelfTest(createTrainer), { wasmPaths, banned }),
  });
}
