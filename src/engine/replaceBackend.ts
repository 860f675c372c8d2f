import {
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
  type KernelBackend,
} from '@tensorflow/tfjs-core';
import { BackendRefused } from './backendRefused';

/**
 * Makes the given backend current under its name, in place of the one that the package registers when it is loaded.
 * @throws BackendRefused when it cannot be started.
 */
export async function replaceBackend(name: 'webgpu' | 'webgl', create: () => KernelBackend): Promise<void> {
  forgetBackend(name);
  registerBackend(name, create);
  if (!(await setBackend(name))) throw new BackendRefused('error', `setBackend("${name}") failed`);
}

/** Frees the backend's memory; does nothing when there is none of that name. */
export function forgetBackend(name: 'webgpu' | 'webgl'): void {
  // Its declared type leaves out the `null` it gives for unknown names.
  const known: unknown = findBackendFactory(name);
  if (known !== null) removeBackend(name);
}
