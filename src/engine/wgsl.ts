import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import type { DriverOptions, LiveBackend } from './liveBackend';
import { loadSimdRowPrograms } from './simd';
import { openWebgpuDevice } from './webgpu';

/**
 * Fused steps in compute shaders, on the device that TensorFlow.js holds: what has no shader trains there on tensors.
 * Evaluations are computed by SIMD programs on the host.
 */
export async function openWgsl(options: DriverOptions): Promise<LiveBackend> {
  const { device, live } = await openWebgpuDevice(options);
  try {
    const { createWgslRowPrograms } = await import('../training/wgsl/wgslRowPrograms');
    return {
      ...live,
      rowPrograms: createWgslRowPrograms(device, await loadSimdRowPrograms()),
      prepare: async () => {
        if (getBackend() !== 'webgpu') await setBackend('webgpu');
      },
    };
  } catch (error) {
    live.dispose();
    throw error;
  }
}
