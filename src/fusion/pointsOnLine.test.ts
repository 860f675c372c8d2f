import { describe, expect, it } from 'vitest';
import { expectClose } from './expectClose.fixture';
import { pointsOnLine } from './pointsOnLine';

describe('pointsOnLine', () => {
  it('has both ends exactly and equal steps between', () => {
    const [a, b] = [
      [0.1, -3],
      [0.7, 5],
    ];
    const points = pointsOnLine(a, b, 11);
    expect(points.length).toBe(11);
    expect([...(points[0] ?? [])]).toEqual(a);
    expect([...(points[10] ?? [])]).toEqual(b);
    expectClose(points[5] ?? [], [0.4, 1]);
    expectClose(points[1] ?? [], [0.16, -2.2]);
  });

  it('needs two points and rows of equal length', () => {
    expect(() => pointsOnLine([1], [2], 1)).toThrow(RangeError);
    expect(() => pointsOnLine([1], [2, 3], 2)).toThrow(RangeError);
  });
});
