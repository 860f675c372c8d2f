import { createRequire } from 'node:module';
import { getBackend } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExperimentSpec } from '../spec/experiment';
import { createTrainer } from '../training/createTrainer';
import { openCpu } from './cpu';
import { GOLDEN_SPEC } from './goldenSpec';
import { createSelfTest } from './selfTest';
import { openSimd } from './simd';

const WASM = '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm';
const { resolve } = createRequire(import.meta.url);
const wasmPaths = { plain: resolve(`${WASM}.wasm`), simd: resolve(`${WASM}-simd.wasm`) };
const [first] = GOLDEN_SPEC.arms;
if (first === undefined) throw new Error('the golden run has no arms');
const MIXED: ExperimentSpec = {
  ...GOLDEN_SPEC,
  arms: [...GOLDEN_SPEC.arms, { ...first, id: 'stitch', scheme: { kind: 'cross-stitch', same: 0.9, rateFactor: 1 } }],
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the fused engine of the processor', () => {
  it('trains the golden run without TensorFlow.js', async () => {
    const live = await openSimd({ forced: false, wasmPaths });
    await live.prepare?.(GOLDEN_SPEC);
    expect(getBackend()).toBeUndefined();
    const result = await createSelfTest(createTrainer)('simd', new AbortController().signal, live.rowPrograms);
    expect(result.detail).toMatch(/^self-test: largest deviation/);
    expect(result.passed).toBe(true);
    expect(getBackend()).toBeUndefined();
  });

  it('opens TensorFlow.js when networks mix activations, and makes it current again after another', async () => {
    const live = await openSimd({ forced: false, wasmPaths });
    await live.prepare?.(MIXED);
    expect(getBackend()).toBe('wasm');
    await openCpu();
    expect(getBackend()).toBe('cpu');
    await live.prepare?.(MIXED);
    expect(getBackend()).toBe('wasm');
  });

  it('is missing where WebAssembly knows no SIMD', async () => {
    vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('unknown opcode'));
    await expect(openSimd({ forced: true, wasmPaths })).rejects.toMatchObject({ reason: 'missing' });
  });
});
