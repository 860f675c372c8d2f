/** The engines of fused steps, loaded when they are opened. */
import type { RowPrograms } from '../training/rowPrograms';
import { BackendRefused } from './backendRefused';

export async function loadSimdRowPrograms(): Promise<RowPrograms> {
  throw new BackendRefused('missing', 'not part of this build');
}

export async function loadWgslRowPrograms(_device: GPUDevice, _host: RowPrograms): Promise<RowPrograms> {
  throw new BackendRefused('missing', 'not part of this build');
}
