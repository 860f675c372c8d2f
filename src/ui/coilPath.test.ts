import { describe, expect, it } from 'vitest';
import { coilPath } from './coilPath';

const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('coilPath', () => {
  it('starts and ends where it should and stays within its radius', () => {
    const path = coilPath({ from: [10, 20], to: [60, 20], turns: 5, radius: 4 });
    const values = numbers(path);
    expect(values.slice(0, 2)).toEqual([10, 20]);
    expect(values.slice(-2)).toEqual([60, 20]);
    const ys = values.filter((_, i) => i % 2 === 1);
    expect(Math.max(...ys) - 20).toBeLessThanOrEqual(4);
    expect(20 - Math.min(...ys)).toBeLessThanOrEqual(4);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(3);
  });

  it('keeps its number of points when it is stretched', () => {
    const short = coilPath({ from: [0, 0], to: [20, 0], turns: 4, radius: 3 });
    const long = coilPath({ from: [0, 0], to: [0, 90], turns: 4, radius: 3 });
    expect(numbers(short).length).toBe(numbers(long).length);
  });

  it('draws nothing between equal points', () => {
    expect(coilPath({ from: [1, 1], to: [1, 1], turns: 4, radius: 3 })).toBe('');
  });
});
