import { describe, expect, it } from 'vitest';
import { PURPOSES } from './purposes';
import { createStream, fillNormal, permutation, type RandomStream } from './random';

const N = 20_000;
const SEEDS = [0, 1, 2, 12345, 2 ** 32 - 1];

function draws(count: number, draw: (index: number) => number): number[] {
  return Array.from({ length: count }, (_, i) => draw(i));
}
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function correlation(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a);
  const meanB = mean(b);
  const covariance = mean(a.map((value, i) => (value - meanA) * ((b[i] ?? 0) - meanB)));
  const varianceA = mean(a.map((value) => (value - meanA) ** 2));
  const varianceB = mean(b.map((value) => (value - meanB) ** 2));
  return covariance / Math.sqrt(varianceA * varianceB);
}
/** 4.5 standard errors: the tests are deterministic, so this only has to hold once. */
const CORRELATION_BOUND = 4.5 / Math.sqrt(N);

function expectUncorrelated(a: RandomStream, b: RandomStream, shift = 0): void {
  const r = correlation(
    draws(N, (i) => a.normal(i)),
    draws(N, (i) => b.normal(i + shift)),
  );
  expect(Math.abs(r)).toBeLessThan(CORRELATION_BOUND);
}

describe('createStream', () => {
  it('is a pure function of seed, purpose, sub-indices and index, in any order of access', () => {
    const a = createStream(5, 'angle.inputs', 1, 2);
    const b = createStream(5, 'angle.inputs', 1, 2);
    const forward = draws(50, (i) => a.uniform(i));
    const backward = draws(50, (i) => b.uniform(49 - i)).reverse();
    expect(backward).toEqual(forward);
  });

  it('keeps its values for ever (golden)', () => {
    const stream = createStream(2026, 'weights.initial', 1, 2, 3);
    expect(draws(4, (i) => stream.uint32(i))).toMatchInlineSnapshot(`
      [
        3963070551,
        2262421908,
        1892461504,
        512266428,
      ]
    `);
    expect(draws(3, (i) => stream.normal(i))).toMatchInlineSnapshot(`
      [
        1.4236374103494405,
        -0.14938979512124317,
        -0.003738240362902875,
      ]
    `);
  });

  it.each(SEEDS)('seed %i: uniforms and normals have the right moments', (seed) => {
    const stream = createStream(seed, 'angle.noise');
    const uniforms = draws(N, (i) => stream.uniform(i));
    expect(Math.min(...uniforms)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniforms)).toBeLessThan(1);
    expect(Math.abs(mean(uniforms) - 0.5)).toBeLessThan(4.5 * Math.sqrt(1 / 12 / N));
    const normals = draws(N, (i) => stream.normal(i));
    expect(Math.abs(mean(normals))).toBeLessThan(4.5 / Math.sqrt(N));
    expect(Math.abs(mean(normals.map((z) => z * z)) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / N));
    expect(Math.abs(mean(normals.map((z) => z ** 3)))).toBeLessThan(4.5 * Math.sqrt(15 / N));
    expect(Math.abs(mean(normals.map((z) => z ** 4)) - 3)).toBeLessThan(4.5 * Math.sqrt(96 / N));
  });

  it('fills 64 equal bins evenly (chi-square)', () => {
    const bins = new Array<number>(64).fill(0);
    const stream = createStream(0, 'resampling');
    for (let i = 0; i < N; i++) {
      const bin = Math.floor(stream.uniform(i) * 64);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const expected = N / 64;
    const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(Math.abs(chiSquare - 63)).toBeLessThan(4 * Math.sqrt(2 * 63));
  });

  it('has uncorrelated neighbours: seeds, purposes, sub-indices, indices', () => {
    const base = createStream(0, 'angle.inputs', 0, 0);
    expectUncorrelated(base, createStream(1, 'angle.inputs', 0, 0));
    expectUncorrelated(base, createStream(2 ** 32 - 1, 'angle.inputs', 0, 0));
    expectUncorrelated(base, createStream(0, 'angle.noise', 0, 0));
    expectUncorrelated(base, createStream(0, 'angle.inputs', 1, 0));
    expectUncorrelated(base, createStream(0, 'angle.inputs', 0, 1));
    for (const shift of [1, 2, 3, 4]) expectUncorrelated(base, base, shift);
  });

  it('never repeats between streams: sub-indices are not added up', () => {
    const first = [
      createStream(0, 'angle.inputs', 1, 0),
      createStream(0, 'angle.inputs', 0, 1),
      createStream(1, 'angle.inputs', 0, 0),
      createStream(0, 'angle.inputs', 0, 0, 1),
      createStream(0, 'angle.inputs', 0, 0),
    ].map((stream) => stream.uint32(0));
    expect(new Set(first).size).toBe(first.length);
  });

  it('refuses what is not an unsigned 32-bit integer', () => {
    for (const seed of [-1, 0.5, 2 ** 32, NaN]) {
      expect(() => createStream(seed, 'resampling')).toThrow(RangeError);
      expect(() => createStream(0, 'resampling', seed)).toThrow(RangeError);
    }
    expect(() => createStream(0, 'resampling', 1, 2, 3, 4)).toThrow(RangeError);
    expect(() => createStream(0, 'resampling').uint32(-1)).toThrow(RangeError);
    expect(() => createStream(0, 'resampling').normal(0.25)).toThrow(RangeError);
  });

  it('knows every purpose by its own number', () => {
    const numbers = Object.values(PURPOSES);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('fillNormal', () => {
  it('appends only: the longer array starts with the shorter', () => {
    const short = new Float64Array(10);
    const long = new Float64Array(25);
    fillNormal(createStream(9, 'resampling'), short);
    fillNormal(createStream(9, 'resampling'), long);
    expect([...long.subarray(0, 10)]).toEqual([...short]);
    expect(long[24]).not.toBe(0);
  });
});

describe('permutation', () => {
  it('holds every index once', () => {
    for (const n of [0, 1, 2, 7, 333]) {
      const order = permutation(createStream(3, 'batches.order', n), n);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
    }
  });

  it('makes all 24 orders of four equally often', () => {
    const counts = new Map<string, number>();
    const rounds = 4800;
    for (let i = 0; i < rounds; i++) {
      const key = permutation(createStream(0, 'resampling', i), 4).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const expected = rounds / 24;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(Math.abs(chiSquare - 23)).toBeLessThan(4 * Math.sqrt(2 * 23));
  });
});
