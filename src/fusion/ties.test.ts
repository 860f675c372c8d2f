import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from './expectClose.fixture';
import { normals } from './sampleTower.fixture';
import { tiesMerge } from './ties';

const numbers = fc.double({ min: -5, max: 5, noNaN: true });
const rowsOf = (count: number) =>
  fc.array(fc.array(numbers, { minLength: 6, maxLength: 6 }), { minLength: count, maxLength: count });

describe('TIES', () => {
  it('of one task is its trimmed vector: exactly the asked number of largest changes', () => {
    expectClose(tiesMerge([[0, 3, -9, 1, 2]], [0, 0, 0, 0, 0], { keep: 0.4, scale: 1 }), [0, 3, -9, 0, 0]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 100 }), (length, percent) => {
        const row = normals(length, length);
        const kept = tiesMerge([row], new Float64Array(length), { keep: percent / 100, scale: 1 });
        expect(kept.filter((value) => value !== 0).length).toBe(Math.floor((percent * length) / 100));
      }),
    );
  });

  it('elects the sign of the sum and averages what agrees', () => {
    const rows = [
      [3, -1, 1, 2, 0],
      [-1, -3, -1, 4, 0],
      [1, 2, 0, 0, 0],
    ];
    // Sums 3, -2, 0, 6, 0: positive {3, 1}, negative {-1, -3}, no election, {2, 4}, nothing.
    expectClose(tiesMerge(rows, [0, 0, 0, 0, 0], { keep: 1, scale: 1 }), [2, -2, 0, 3, 0]);
    expectClose(tiesMerge(rows, [0, 0, 0, 0, 0], { keep: 1, scale: 0.5 }), [1, -1, 0, 1.5, 0]);
  });

  it('at scale 0 is the base', () => {
    fc.assert(
      fc.property(rowsOf(3), ([start = [], ...rows]) => {
        expectClose(tiesMerge(rows, start, { keep: 0.5, scale: 0 }), start, 12);
      }),
    );
  });

  it('keeps the first of equals', () => {
    expectClose(tiesMerge([[2, -2, 2, 2]], [0, 0, 0, 0], { keep: 0.5, scale: 1 }), [2, -2, 0, 0]);
  });
});
