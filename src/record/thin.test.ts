import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinCurve, thinIndices, thinList } from './thin';

describe('thinIndices', () => {
  it('keeps both ends and both extremes of any series, within the limit, in order', () => {
    const series = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(series, fc.integer({ min: 4, max: 60 }), (values, limit) => {
        const kept = thinIndices(values, limit);
        const seen = kept.map((index) => values[index] ?? Number.NaN);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(kept[0]).toBe(0);
        expect(kept.at(-1)).toBe(values.length - 1);
        expect(Math.min(...seen)).toBe(Math.min(...values));
        expect(Math.max(...seen)).toBe(Math.max(...values));
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      }),
    );
  });

  it('uses the room it has', () => {
    const wave = Array.from({ length: 1000 }, (_, index) => Math.sin(index));
    expect(thinIndices(wave, 100).length).toBeGreaterThan(90);
    expect(thinIndices(wave, 1000)).toHaveLength(1000);
  });

  it('refuses limits it cannot keep its promise with', () => {
    expect(() => thinIndices([1, 2, 3, 4, 5], 3)).toThrow(RangeError);
  });
});

describe('thinCurve', () => {
  it('keeps a spike of the mean with its band', () => {
    const steps = Array.from({ length: 101 }, (_, index) => index);
    const mean = steps.map((step) => (step === 37 ? 9 : 1));
    const thin = thinCurve({ steps, mean, low: mean.map((m) => m - 1), high: null }, 10);
    const spike = thin.steps.indexOf(37);
    expect(thin.steps.length).toBeLessThanOrEqual(10);
    expect([thin.mean[spike], thin.low?.[spike], thin.high]).toEqual([9, 8, null]);
  });
});

describe('thinList', () => {
  it('spreads evenly, ends included', () => {
    expect(thinList([0, 1, 2, 3, 4, 5, 6], 4)).toEqual([0, 2, 4, 6]);
    expect(thinList([0, 1], 5)).toEqual([0, 1]);
    expect(() => thinList([0, 1, 2], 1)).toThrow(RangeError);
  });
});
