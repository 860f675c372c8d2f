import type { BackendName } from '../../training/events';
import { hasWasmSimd } from './hasWasmSimd';

/** The parts of a browser that backends need. */
export interface BrowserFacts {
  readonly gpu: boolean;
  readonly simd: boolean;
  readonly webgl2: boolean;
  readonly wasm: boolean;
}

/** What a browser has to offer, in the order in which it is tried. Whether it computes right is found out before a run, not here. */
export function offeredBackends({ gpu, simd, webgl2, wasm }: BrowserFacts): readonly BackendName[] {
  return [
    ...(gpu && simd ? ['wgsl' as const] : []),
    ...(simd ? ['simd' as const] : []),
    ...(gpu ? ['webgpu' as const] : []),
    ...(webgl2 ? ['webgl' as const] : []),
    ...(wasm ? ['wasm' as const] : []),
    'cpu',
  ];
}

/** Asks without making a context: that would cost a place among the few contexts a page may have. */
export function browserFacts(): BrowserFacts {
  return {
    gpu: 'gpu' in navigator,
    simd: hasWasmSimd(),
    webgl2: typeof WebGL2RenderingContext === 'function',
    wasm: typeof WebAssembly === 'object',
  };
}
