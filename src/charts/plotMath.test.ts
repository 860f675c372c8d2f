import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveExtent, lossDomain } from './lossDomain';
import { nearestIndex } from './nearestIndex';
import { plotScale } from './plotScale';
import { spreadLabels } from './spreadLabels';
import { textWidth } from './textWidth';
import { thinCurve } from './thinCurve';
import { linearTicks, logTicks } from './ticks';

const curve = (
  mean: readonly number[],
  low: readonly number[] | null = null,
  high: readonly number[] | null = null,
) => ({
  steps: mean.map((_, i) => i),
  mean,
  low,
  high,
});

describe('plotScale', () => {
  it('maps ends to ends and comes back', () => {
    for (const kind of ['linear', 'log'] as const) {
      const scale = plotScale(kind, [0.01, 10], [200, 0]);
      expect(scale.place(0.01)).toBeCloseTo(200, 9);
      expect(scale.place(10)).toBeCloseTo(0, 9);
      expect(scale.value(scale.place(0.37))).toBeCloseTo(0.37, 9);
    }
    expect(plotScale('log', [0.01, 100], [0, 4]).place(1)).toBeCloseTo(2, 9);
  });
  it('has no place for zero on a log scale and refuses empty domains', () => {
    expect(plotScale('log', [0.1, 1], [0, 1]).place(0)).toBeNaN();
    expect(() => plotScale('linear', [1, 1], [0, 1])).toThrow(RangeError);
    expect(() => plotScale('log', [0, 1], [0, 1])).toThrow(RangeError);
  });
});

describe('ticks', () => {
  it('are round and inside', () => {
    expect(linearTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(linearTicks(0, 500, 4)).toEqual([0, 200, 400]);
    expect(linearTicks(-0.32, 0.31, 4)).toEqual([-0.2, 0, 0.2]);
    expect(logTicks(0.01, 10, 5)).toEqual([0.01, 0.1, 1, 10]);
    expect(logTicks(0.3, 4, 5)).toEqual([0.5, 1, 2]);
    expect(logTicks(1e-8, 1, 4)).toEqual([1e-8, 1e-6, 1e-4, 1e-2, 1]);
  });
  it('are never outside, never too many', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (low, span) => {
          const ticks = linearTicks(low, low + span, 6);
          expect(ticks.length).toBeLessThanOrEqual(8);
          for (const tick of ticks) expect(tick >= low - span * 1e-6 && tick <= low + span * (1 + 1e-6)).toBe(true);
        },
      ),
    );
  });
});

describe('lossDomain', () => {
  it('starts at zero where curves come near it and says so not at all where they do not', () => {
    expect(lossDomain([curve([1, 0.2])], 'linear')).toEqual([0, 1.04]);
    const [low] = lossDomain([curve([1, 0.9])], 'linear');
    expect(low).toBeGreaterThan(0.8);
  });
  it('lets bands widen the range, but not swallow the curves', () => {
    const [, high] = lossDomain([curve([1, 0.2], [0.9, 0.1], [50, 0.3])], 'linear');
    expect(high).toBeCloseTo(1.4 * 1.04, 9);
  });
  it('ignores what a log scale cannot show', () => {
    const [low, high] = lossDomain([curve([1, 0, -1, 0.01])], 'log');
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThanOrEqual(0.01);
    expect(high).toBeGreaterThanOrEqual(1);
    expect(curveExtent([curve([0, -1])], true)).toBeNull();
  });
  it('has a place to stand before there is data, and for constants', () => {
    for (const kind of ['linear', 'log'] as const) {
      for (const curves of [[], [curve([0.3, 0.3])], [curve([0])]]) {
        const [low, high] = lossDomain(curves, kind);
        expect(high).toBeGreaterThan(low);
      }
    }
  });
});

describe('thinCurve', () => {
  it('leaves sparse curves alone', () => {
    expect(thinCurve([3, 1, 2], 100)).toEqual([0, 1, 2]);
    expect(thinCurve([], 100)).toEqual([]);
  });
  it('keeps ends and every spike with at most about two points a pixel', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => (i === 4321 ? 99 : i === 7777 ? -99 : Math.sin(i / 500)));
    const kept = thinCurve(values, 200);
    expect(kept.length).toBeLessThanOrEqual(402);
    for (const index of [0, 4321, 7777, 9999]) expect(kept).toContain(index);
    expect([...kept].sort((a, b) => a - b)).toEqual(kept);
    expect(new Set(kept).size).toBe(kept.length);
  });
});

describe('spreadLabels', () => {
  it('does not move labels that do not touch', () => {
    expect(spreadLabels([80, 10, 40], 14, [0, 100])).toEqual([80, 10, 40]);
  });
  it('spreads a crowd around its middle and keeps it inside', () => {
    expect(spreadLabels([50, 50, 50], 10, [0, 100])).toEqual([40, 50, 60]);
    expect(spreadLabels([99, 100], 10, [0, 100])).toEqual([90, 100]);
  });
  it('never overlaps, never leaves, never swaps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 250 }), { maxLength: 12 }), (wanted) => {
        const placed = spreadLabels(wanted, 14, [0, 200]);
        const sorted = [...placed].sort((a, b) => a - b);
        sorted.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(200 + 1e-9);
          if (i > 0) expect(place - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-6);
        });
        wanted.forEach((a, i) =>
          wanted.forEach((b, j) => a < b && expect(placed[i]).toBeLessThan(placed[j] ?? Infinity)),
        );
      }),
    );
  });
  it('shares the room when there is too little', () => {
    expect(spreadLabels([5, 5, 5], 14, [0, 10])).toEqual([0, 5, 10]);
  });
});

describe('nearestIndex', () => {
  it('finds the nearest step', () => {
    const steps = [0, 10, 20, 40];
    expect([-5, 0, 5, 6, 19, 31, 99].map((value) => nearestIndex(steps, value))).toEqual([0, 0, 0, 1, 2, 3, 3]);
    expect(nearestIndex([], 3)).toBe(-1);
  });
});

describe('textWidth', () => {
  it('knows that Chinese is wider', () => {
    expect(textWidth('硬共享', 10)).toBe(30);
    expect(textWidth('hard', 10)).toBeLessThan(30);
  });
});
