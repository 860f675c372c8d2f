import { describe, expect, it } from 'vitest';
import { createStream } from './random';
import { mean, meanInterval, quantiles, sampleStd, signTestP, tQuantile975, wins } from './statistics';

describe('tQuantile975', () => {
  it.each([
    [1, 12.706204736174705],
    [2, 4.302652729749464],
    [3, 3.1824463052837095],
    [4, 2.776445105197794],
    [5, 2.5705818356363155],
    [9, 2.2621571627982053],
    [19, 2.0930240544083096],
    [30, 2.042272456301238],
    [120, 1.979930405082441],
    [1000, 1.9623390808264085],
  ])('df %i', (df, expected) => {
    expect(tQuantile975(df)).toBeCloseTo(expected, 12);
  });

  it('is exact where a closed form exists: df 1 and 2', () => {
    expect(tQuantile975(1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 11);
    expect(tQuantile975(2)).toBeCloseTo(0.95 / Math.sqrt(2 * 0.975 * 0.025), 12);
  });

  it('has no step where the method changes, and ends at the normal quantile', () => {
    expect(tQuantile975(299)).toBeCloseTo(1.96792966906567, 11);
    expect(tQuantile975(300)).toBeCloseTo(1.967903011261087, 11);
    expect(tQuantile975(1e9)).toBeCloseTo(1.959963984540054, 8);
  });

  it('refuses fractions, zero and infinity', () => {
    for (const df of [0, -1, 1.5, Infinity, NaN]) expect(() => tQuantile975(df)).toThrow(RangeError);
  });
});

describe('meanInterval', () => {
  it('agrees with a hand-made example', () => {
    // 1..5: mean 3, s = sqrt(2.5), t(4) = 2.776445
    const interval = meanInterval([1, 2, 3, 4, 5]);
    expect(interval.mean).toBe(3);
    expect(interval.n).toBe(5);
    expect(interval.halfWidth).toBeCloseTo(2.7764451051977934 * Math.sqrt(2.5 / 5), 12);
    expect(sampleStd([1, 2, 3, 4, 5])).toBeCloseTo(Math.sqrt(2.5), 14);
  });

  it('covers the truth in 95 % of repetitions, for few and for more values', () => {
    const stream = createStream(0, 'resampling', 1);
    const repetitions = 4000;
    for (const [n, offset] of [
      [3, 0],
      [20, 100_000],
    ] as const) {
      let covered = 0;
      for (let r = 0; r < repetitions; r++) {
        const values = Array.from({ length: n }, (_, i) => stream.normal(offset + r * n + i));
        const interval = meanInterval(values);
        if (Math.abs(interval.mean) <= interval.halfWidth) covered++;
      }
      expect(Math.abs(covered / repetitions - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / repetitions));
    }
  });

  it('does not claim a spread for one value, nor a mean for none', () => {
    expect(meanInterval([7])).toEqual({ mean: 7, halfWidth: Infinity, n: 1 });
    expect(() => meanInterval([])).toThrow(RangeError);
    expect(() => mean([])).toThrow(RangeError);
    expect(() => sampleStd([1])).toThrow(RangeError);
  });

  it('keeps the spread of large, close values', () => {
    expect(sampleStd([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBeCloseTo(1, 9);
  });
});

describe('wins', () => {
  it('counts pairs', () => {
    expect(wins([3, 1, 2, 2], [1, 2, 2, 1])).toEqual({ wins: 2, losses: 1, ties: 1 });
    expect(() => wins([1], [1, 2])).toThrow(RangeError);
  });
});

describe('signTestP', () => {
  it.each([
    [5, 0, 0.0625],
    [6, 0, 0.03125],
    [15, 5, 0.04138946533203125],
    [17, 3, 0.002577],
    [3, 17, 0.002577],
    [10, 10, 1],
    [11, 9, 0.823803],
    [0, 0, 1],
    [1, 0, 1],
    [3, 2, 1],
  ])('%i to %i', (won, lost, p) => {
    expect(signTestP(won, lost)).toBeCloseTo(p, 6);
  });

  it('does not underflow for thousands of pairs', () => {
    // Normal approximation with continuity: z = (2550 - 2500 - .5) / sqrt(5000) * 2 = 1.4
    expect(signTestP(2550, 2450)).toBeCloseTo(0.1615, 3);
    expect(() => signTestP(1.5, 0)).toThrow(RangeError);
  });
});

describe('quantiles', () => {
  it('interpolates like NumPy and leaves the input alone', () => {
    const values = [4, 1, 3, 2];
    expect(quantiles(values, [0, 0.25, 0.5, 0.9, 1])).toEqual([1, 1.75, 2.5, 3.7, 4]);
    expect(values).toEqual([4, 1, 3, 2]);
    expect(quantiles([7], [0.3])).toEqual([7]);
    expect(quantiles([Infinity, Infinity], [0.5])).toEqual([Infinity]);
    expect(() => quantiles([], [0.5])).toThrow(RangeError);
    expect(() => quantiles([1], [1.5])).toThrow(RangeError);
  });
});
