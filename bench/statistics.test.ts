import { describe, expect, it } from 'vitest';
import { median, quantile, ratioOf } from './statistics';

describe('statistics of repeated measurements', () => {
  it('finds middles and quartiles whatever the order', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(quantile([5, 1, 3, 2, 4], 0.25)).toBe(2);
    expect(quantile([10, 20], 0.25)).toBe(12.5);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNaN();
  });

  it('leaves the measurements as they are', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('divides medians, not means: one disturbed block changes nothing', () => {
    expect(ratioOf([10, 10, 1], [2, 2, 2]).ratio).toBe(5);
    expect(ratioOf([10, 10, 10], [2, 2, 200]).ratio).toBe(5);
  });

  it('judges the spread block by block, so that a slow spell of both sides is no spread', () => {
    expect(ratioOf([10, 5, 20], [2, 1, 4])).toEqual({ ratio: 5, low: 5, high: 5 });
  });

  it('changes units on the way', () => {
    expect(ratioOf([3], [6], 4)).toEqual({ ratio: 2, low: 2, high: 2 });
  });
});
