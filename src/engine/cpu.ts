import { setBackend } from '@tensorflow/tfjs-core';
import { BackendRefused } from './backendRefused';
import { NOTHING_TO_LOSE, type LiveBackend } from './liveBackend';

/** Plain JavaScript: slow, everywhere, and the reference all others are compared with. */
export async function openCpu(): Promise<LiveBackend> {
  await import('@tensorflow/tfjs-backend-cpu');
  if (!(await setBackend('cpu'))) throw new BackendRefused('error', 'setBackend("cpu") failed');
  return { ...NOTHING_TO_LOSE, detail: 'JavaScript', dispose: () => undefined };
}
