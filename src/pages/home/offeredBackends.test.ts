import { describe, expect, it } from 'vitest';
import { offeredBackends } from './offeredBackends';

describe('offeredBackends', () => {
  it('lists what there is, fastest kind first, and always the plain one', () => {
    expect(offeredBackends({ gpu: true, webgl2: true, wasm: true })).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
    expect(offeredBackends({ gpu: false, webgl2: false, wasm: true })).toEqual(['wasm', 'cpu']);
    expect(offeredBackends({ gpu: false, webgl2: false, wasm: false })).toEqual(['cpu']);
  });
});
