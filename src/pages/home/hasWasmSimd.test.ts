import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasWasmSimd } from './hasWasmSimd';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('hasWasmSimd', () => {
  it('asks with a module that is well formed', () => {
    expect(hasWasmSimd()).toBe(true);
  });

  it('takes a no, and does without WebAssembly', () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    expect(hasWasmSimd()).toBe(false);
    vi.stubGlobal('WebAssembly', undefined);
    expect(hasWasmSimd()).toBe(false);
  });
});
