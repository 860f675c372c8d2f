import { describe, expect, it } from 'vitest';
import { gramian, gramianCosine, rowDot, squaredDistance } from './gramian';

const J = Float32Array.of(9, 3, 4, 0, 9, -4, 3, 0, 9, 6, 8, 0);
const ROWS = { count: 3, stride: 4, start: 1, length: 3 };

describe('gramian', () => {
  it('multiplies the asked columns of each row, and no others', () => {
    expect([...gramian(J, ROWS)]).toEqual([25, 0, 50, 0, 25, 0, 50, 0, 100]);
    expect([...gramian(Float32Array.of(1, 2, 3, 4), { count: 2, stride: 2 })]).toEqual([5, 11, 11, 25]);
  });

  it('sums in doubles: a single-precision sum would lose the small terms', () => {
    const values = new Float32Array(1 + 4096).fill(2 ** -12);
    values[0] = 1;
    const row = { values, start: 0, length: values.length };
    expect(rowDot(row, row)).toBe(1 + 4096 * 2 ** -24);
  });

  it('gives cosines of 1, 0, -1, and 0 for a row without direction', () => {
    const g = gramian(J, ROWS);
    expect(gramianCosine(g, 3, 0, 2)).toBe(1);
    expect(gramianCosine(g, 3, 0, 1)).toBe(0);
    expect(gramianCosine(gramian([1, 2, -1, -2], { count: 2, stride: 2 }), 2, 0, 1)).toBeCloseTo(-1, 15);
    expect(gramianCosine(gramian([1, 2, 0, 0], { count: 2, stride: 2 }), 2, 0, 1)).toBe(0);
  });
});

describe('squaredDistance', () => {
  it('keeps the distance of rows that nearly agree', () => {
    const values = Float32Array.of(1000, 1000 + 2 ** -13);
    const a = { values, start: 0, length: 1 };
    expect(squaredDistance(a, { values, start: 1, length: 1 })).toBe(2 ** -26);
    expect(squaredDistance(a, a)).toBe(0);
    expect(() => squaredDistance(a, { values, start: 0, length: 2 })).toThrow(RangeError);
  });
});
