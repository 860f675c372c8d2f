import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { BackendRefused } from './backendRefused';
import type { DriverOptions, LiveBackend } from './liveBackend';
import { hasWasmSimd } from './wasmSimd';
import { openWebgpuDevice } from './webgpu';

/**
 * Fused steps in compute shaders, on the device that TensorFlow.js holds: what has no shader trains there on tensors.
 * Evaluations are computed by SIMD programs on the host.
 */
export async function openWgsl(options: DriverOptions): Promise<LiveBackend> {
  if (!hasWasmSimd()) throw new BackendRefused('missing', 'no WebAssembly SIMD, which measures what shaders train');
  const { device, live } = await openWebgpuDevice(options);
  try {
    const { createSimdRowPrograms } = await import('../training/simd/simdRowPrograms');
    const { createWgslRowPrograms } = await import('../training/wgsl/wgslRowPrograms');
    return {
      ...live,
      rowPrograms: createWgslRowPrograms(device, await createSimdRowPrograms()),
      prepare: async () => {
        if (getBackend() !== 'webgpu') await setBackend('webgpu');
      },
    };
  } catch (error) {
    live.dispose();
    throw error;
  }
}
