import { env } from '@tensorflow/tfjs-core';
import type { BackendLoss, DriverOptions, LiveBackend } from './liveBackend';
import { createLossSignal } from './lossSignal';
import { forgetBackend, replaceBackend } from './replaceBackend';
import { requestWebgpuDevice } from './webgpuAdapter';

/** Dispatches recorded before a submit: about one submit per training step instead of one per 15 kernels. */
const DISPATCHES_PER_SUBMIT = 128;

/** Everything through TensorFlow.js on WebGPU. */
export async function openWebgpu(options: DriverOptions): Promise<LiveBackend> {
  return (await openWebgpuDevice(options)).live;
}

/**
 * WebGPU on a device of our own, current in TensorFlow.js, which never looks at `device.lost` nor at `uncapturederror`.
 * @throws BackendRefused
 */
export async function openWebgpuDevice(
  options: DriverOptions,
): Promise<{ readonly device: GPUDevice; readonly live: LiveBackend }> {
  const { device, info, description } = await requestWebgpuDevice(options.forced);
  const loss = createLossSignal();
  void device.lost.then((gone) => loss.report({ kind: 'lost', detail: `${gone.reason}: ${gone.message}` }));
  device.addEventListener('uncapturederror', (event) => loss.report(lossOf(event.error)));
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  // Where a small tensor is computed would depend on its history: bits would change after a resume.
  env().set('WEBGPU_CPU_FORWARD', false);
  env().set('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE', DISPATCHES_PER_SUBMIT);
  await replaceBackend('webgpu', () => new WebGPUBackend(device, info));
  const live: LiveBackend = {
    detail: description,
    lost: loss.lost,
    isLost: () => loss.isLost(),
    lose: () => {
      device.destroy();
    },
    dispose: () => {
      loss.silence();
      forgetBackend('webgpu');
      device.destroy();
    },
  };
  return { device, live };
}

/** After a refused allocation or command the buffers hold anything: the numbers are not to be trusted. */
function lossOf(error: GPUError): BackendLoss {
  const memory = typeof GPUOutOfMemoryError !== 'undefined' && error instanceof GPUOutOfMemoryError;
  return { kind: memory ? 'out-of-memory' : 'error', detail: error.message };
}
