/** Loss kernels against the same formulas on plain numbers, output by output, in the order in which the kernel adds. */
import { describe, expect, it } from 'vitest';
import type { Loss } from '../../spec/experiment';
import { exp, sigmoid } from '../elementary';
import { bitsOf, kernelBench } from '../testing/kernelBench';
import { numberAlgebra as m } from '../testing/numberAlgebra';
import { lossKernel, lossKernelName } from './lossKernels';

const ROWS = 7;
/** Fixed addresses, as those of the scratch memory are. */
const OUTPUTS_AT = 131_072;
const UPSTREAM_AT = 196_608;

/** Sum in the kernel's order: vector by vector, then across the four places. */
function sumAsVectors(values: readonly number[]): number {
  const lanes = [0, 1, 2, 3].map((lane) =>
    values.filter((_, i) => i % 4 === lane).reduce((sum, value) => m.add(sum, value)),
  );
  const [a = 0, b = 0, c = 0, d = 0] = lanes;
  return m.add(m.add(a, b), m.add(c, d));
}

function linked(loss: Loss, z: readonly number[], outputs: number): number[] {
  switch (loss) {
    case 'mse':
      return [...z];
    case 'sigmoid':
      return z.map((each) => sigmoid(m, each));
    case 'softmax': {
      const top = Math.max(...z.slice(0, outputs));
      const powers = z.map((each, j) => (j < outputs ? exp(m, m.sub(each, top)) : 0));
      const sum = sumAsVectors(powers);
      return powers.map((power) => m.div(power, sum));
    }
  }
}

function check(loss: Loss, outputs: number, width: number, size: number, outputScale = 1): Float32Array {
  const kind = { loss, outputs };
  const place = { vectors: width / 4, outputs: OUTPUTS_AT, upstream: UPSTREAM_AT };
  const bench = kernelBench([lossKernel(kind, place)]);
  const inRow = (value: (row: number, j: number) => number): Float32Array =>
    Float32Array.from({ length: ROWS * width }, (_, i) => {
      const [row, j] = [Math.floor(i / width), i % width];
      return j < outputs ? value(row, j) : 0;
    });
  const z = inRow((row, j) => Math.sin(row * 5 + j * 3 + 1) * size);
  const targets = inRow((row, j) => (loss === 'mse' ? Math.cos(row + 2 * j) : (row + j) % outputs === 0 ? 1 : 0));
  const scale = Math.fround(0.3 / ROWS);
  const at = bench.put(targets);
  bench.write(OUTPUTS_AT, z);
  bench.call(lossKernelName(kind), at, ROWS, scale, outputScale);
  const found = bench.get(UPSTREAM_AT, ROWS * width);

  const zoom = Math.fround(outputScale);
  const factor = m.mul(scale, zoom);
  const expected = Float32Array.from({ length: ROWS * width }, (_, i) => {
    const [row, j] = [Math.floor(i / width), i % width];
    if (j >= outputs) return 0;
    const raw = [...z.subarray(row * width, (row + 1) * width)].map((each) => m.mul(each, zoom));
    return m.mul(m.sub(linked(loss, raw, outputs)[j] ?? NaN, targets[i] ?? NaN), factor);
  });
  expect(bitsOf(found.map(Math.abs))).toEqual(bitsOf(expected.map(Math.abs)));
  expect(bitsOf(found.filter((value) => value !== 0))).toEqual(bitsOf(expected.filter((value) => value !== 0)));
  return found;
}

describe.each(['mse', 'sigmoid', 'softmax'] as const)('the gradient of %s', (loss) => {
  it.each([
    [1, 4],
    [3, 4],
    [4, 4],
    [2, 12],
    [10, 12],
    [17, 20],
  ])('with %i outputs in rows of %i', (outputs, width) => {
    if (loss === 'softmax' && outputs === 1) return;
    const found = check(loss, outputs, width, 3);
    expect(found.some((value) => value !== 0)).toBe(true);
  });

  it('is scaled with the outputs', () => {
    check(loss, 3, 4, 1, 10);
  });

  it('stays finite for huge outputs, of rows that other outputs are missing in', () => {
    for (const size of [90, 1e3, 9e3]) {
      const found = check(loss, 3, 8, size);
      expect(found.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('softmax', () => {
  it('has gradients that sum to zero over the outputs that there are', () => {
    const found = check('softmax', 10, 12, 4);
    for (let row = 0; row < ROWS; row++) {
      const sum = found.slice(row * 12, row * 12 + 10).reduce((total, value) => total + value, 0);
      expect(Math.abs(sum)).toBeLessThan(1e-7);
    }
  });

  it('gives the winner of huge outputs everything', () => {
    const found = check('softmax', 2, 4, 5e3);
    const most = Math.fround(0.3 / ROWS);
    for (const value of found.map(Math.abs)) expect(Math.min(value, Math.abs(most - value))).toBeLessThan(1e-36);
  });
});
