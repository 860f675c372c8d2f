import type { BackendName } from '../training/events';

/** Names of the backends as a reader sees them, the same in every language. */
export const BACKEND_NAMES: Readonly<Record<BackendName, string>> = {
  wgsl: 'WebGPU WGSL',
  simd: 'WebAssembly SIMD',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};
