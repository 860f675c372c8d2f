import { describe, expect, it } from 'vitest';
import { offeredBackends } from './offeredBackends';

const NOTHING = { gpu: false, simd: false, webgl2: false, wasm: false };

describe('offeredBackends', () => {
  it('lists what there is in the order of trial, and always the plain one', () => {
    const all = ['wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu'];
    expect(offeredBackends({ gpu: true, simd: true, webgl2: true, wasm: true })).toEqual(all);
    expect(offeredBackends({ ...NOTHING, simd: true, wasm: true })).toEqual(['simd', 'wasm', 'cpu']);
    expect(offeredBackends({ ...NOTHING, wasm: true })).toEqual(['wasm', 'cpu']);
    expect(offeredBackends(NOTHING)).toEqual(['cpu']);
  });

  it('offers shaders only where SIMD measures what they train', () => {
    expect(offeredBackends({ ...NOTHING, gpu: true, wasm: true })).toEqual(['webgpu', 'wasm', 'cpu']);
  });
});
