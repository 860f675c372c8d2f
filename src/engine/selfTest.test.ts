import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTrainer } from '../training/createTrainer';
import { compareGolden } from './compareGolden';
import { openCpu } from './cpu';
import { trainGoldenRun } from './goldenRun';
import stored from './goldenRun.json';
import { createSelfTest } from './selfTest';
import { openWasm } from './wasm';

const WASM = '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm';
const { resolve } = createRequire(import.meta.url);
const wasmPaths = { plain: resolve(`${WASM}.wasm`), simd: resolve(`${WASM}-simd.wasm`) };

const selfTest = createSelfTest(createTrainer);
const run = () => selfTest('cpu', new AbortController().signal);

type Plant = (values: Float32Array) => void;
const WRONG: Readonly<Record<string, Plant>> = {
  zero: (values) => values.fill(0),
  'sign flipped': (values) => values.forEach((value, index) => (values[index] = -value)),
  'one percent off': (values) => values.forEach((value, index) => (values[index] = 1.01 * value)),
  'every other number off': (values) => values.forEach((value, index) => (values[index] = value + 0.01 * (index % 2))),
};

const healthy = new Map<string, tf.KernelConfig>();
/** Replaces a kernel of the JavaScript backend by one whose result is spoilt where `when` says so. */
function plant(name: string, spoil: Plant, when: (attrs: tf.NamedAttrMap | undefined) => boolean = () => true): void {
  const config = tf.getKernel(name, 'cpu');
  healthy.set(name, config);
  tf.unregisterKernel(name, 'cpu');
  tf.registerKernel({
    ...config,
    kernelFunc: (params) => {
      const result = config.kernelFunc(params);
      const { backend } = params;
      if (!(backend instanceof MathBackendCPU)) throw new Error('another backend');
      for (const { dataId } of Array.isArray(result) ? result : [result]) {
        const { values } = backend.data.get(dataId);
        if (values instanceof Float32Array && when(params.attrs)) spoil(values);
      }
      return result;
    },
  });
}

afterEach(() => {
  for (const [name, config] of healthy) {
    tf.unregisterKernel(name, 'cpu');
    tf.registerKernel(config);
  }
  healthy.clear();
});

describe('self-test', () => {
  beforeAll(async () => {
    tf.enableProdMode();
    await openCpu();
  });

  it('passes on the healthy JavaScript backend, every time, and leaves nothing behind', async () => {
    const before = tf.memory().numTensors;
    for (let start = 0; start < 10; start += 1) {
      const { passed, deviation } = await run();
      expect(passed).toBe(true);
      expect(deviation).toBeLessThan(1e-6);
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  /** The kernels that the golden run uses, without those that only give a tensor another name. */
  const KERNELS = [
    ...['Add', 'BatchMatMul', 'Concat', 'Multiply', 'RealDiv', 'Relu', 'Sigmoid', 'Slice', 'Softmax', 'Sqrt'],
    ...['Square', 'Step', 'Sub', 'Sum', 'Tanh'],
  ];

  it('plants in every kernel that is used', async () => {
    const used = new Set<string>();
    for (const { kernelName } of tf.getKernelsForBackend('cpu'))
      plant(
        kernelName,
        () => undefined,
        () => {
          used.add(kernelName);
          return false;
        },
      );
    await run();
    for (const alias of ['Identity', 'Reshape']) used.delete(alias);
    expect([...used].sort()).toEqual(KERNELS);
  });

  const cases = KERNELS.flatMap((kernel) => Object.keys(WRONG).map((fault) => [kernel, fault] as const));
  it.each(cases)('refuses a backend whose %s is wrong: %s', async (kernel, fault) => {
    const spoil = WRONG[fault];
    if (spoil === undefined) throw new Error(fault);
    plant(kernel, spoil);
    const result = await run().catch(() => ({ passed: false }));
    expect(result.passed).toBe(false);
  });

  it('refuses a backend whose forward pass is right and whose gradients are zero', async () => {
    plant(
      'BatchMatMul',
      (values) => values.fill(0),
      (attrs) => attrs?.transposeA === true || attrs?.transposeB === true,
    );
    expect(await run()).toMatchObject({ passed: false });
  });

  it('says how far off, and where', async () => {
    plant('Tanh', (values) => values.forEach((value, index) => (values[index] = 1.01 * value)));
    const { detail } = await run();
    expect(detail).toMatch(/^self-test: largest deviation [\d.]+e[+-]\d+ \(\w+(\.\w+)?\) in \d+ ms$/);
  });

  it('stops when nobody waits any more', async () => {
    const abort = new AbortController();
    abort.abort(new Error('nobody waits'));
    await expect(selfTest('cpu', abort.signal)).rejects.toThrow('nobody waits');
    expect(tf.memory().numTensors).toBe(0);
  });

  it('passes on the wasm backend, every time', async () => {
    await openWasm({ forced: true, wasmPaths });
    for (let start = 0; start < 10; start += 1) {
      const { passed, deviation } = await run();
      expect(passed).toBe(true);
      expect(deviation).toBeLessThan(1e-5);
    }
    await openCpu();
  });
});

describe('golden numbers', () => {
  it('are what the script writes today', async () => {
    await openCpu();
    expect(compareGolden(await trainGoldenRun(createTrainer), stored).deviation).toBeLessThan(1e-6);
  });

  it('are compared number by number', () => {
    expect(compareGolden({ a: [1, 2] }, { a: [1, 2] })).toEqual({ deviation: 0, where: '' });
    expect(compareGolden({ a: [1, 2.2] }, { a: [1, 2] })).toEqual({
      deviation: expect.closeTo(0.1) as number,
      where: 'a',
    });
    expect(compareGolden({ a: [1, NaN] }, { a: [1, 2] }).deviation).toBe(Infinity);
    expect(compareGolden({ a: [1] }, { a: [1, 2] }).deviation).toBe(Infinity);
    expect(compareGolden({}, { a: [1, 2] }).deviation).toBe(Infinity);
  });
});
