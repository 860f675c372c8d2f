import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { isRowScheme } from '../spec/scheme';
import type { RowPrograms } from '../training/rowPrograms';
import { BackendRefused } from './backendRefused';
import { openCpu } from './cpu';
import { NOTHING_TO_LOSE, type DriverOptions, type LiveBackend } from './liveBackend';
import { openWasm } from './wasm';

/**
 * Fused steps in one WebAssembly module with SIMD, made for the networks at run time. Networks that mix activations go
 * through TensorFlow.js, which is loaded only when an experiment has some.
 */
export async function openSimd(options: DriverOptions): Promise<LiveBackend> {
  const rowPrograms = await loadSimdRowPrograms();
  let tensors: Promise<'wasm' | 'cpu'> | null = null;
  return {
    ...NOTHING_TO_LOSE,
    detail: 'fused steps',
    rowPrograms,
    prepare: async (spec) => {
      if (spec.arms.every((arm) => isRowScheme(arm.scheme))) return;
      tensors ??= openTensors(options);
      const name = await tensors;
      if (getBackend() !== name) await setBackend(name);
    },
    // As of the wasm backend: its memory goes with the worker.
    dispose: () => undefined,
  };
}

/** @throws BackendRefused where WebAssembly has no SIMD, or may not be compiled */
export async function loadSimdRowPrograms(): Promise<RowPrograms> {
  const { createSimdRowPrograms } = await import('../training/simd/simdRowPrograms');
  try {
    return await createSimdRowPrograms();
  } catch (error) {
    throw new BackendRefused('missing', error instanceof Error ? error.message : String(error));
  }
}

async function openTensors(options: DriverOptions): Promise<'wasm' | 'cpu'> {
  try {
    await openWasm(options);
    return 'wasm';
  } catch {
    await openCpu();
    return 'cpu';
  }
}
