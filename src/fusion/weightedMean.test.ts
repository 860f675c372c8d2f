import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from './expectClose.fixture';
import { fisherMean } from './fisherMean';
import { meanRow, weightedMean } from './weightedMean';

const numbers = fc.double({ min: -5, max: 5, noNaN: true });
const rowsOf = (count: number) =>
  fc.array(fc.array(numbers, { minLength: 6, maxLength: 6 }), { minLength: count, maxLength: count });

describe('means', () => {
  it('equal Fisher information gives the mean', () => {
    fc.assert(
      fc.property(
        rowsOf(3),
        fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (rows, f) => {
          expectClose(fisherMean(rows, [f, f, f], 1e-6), meanRow(rows), 12);
        },
      ),
    );
  });

  it('Fisher information decides number by number, and the floor bounds it', () => {
    expectClose(
      fisherMean(
        [
          [0, 0, 0],
          [4, 4, 4],
        ],
        [
          [3, 0, 0],
          [1, 1, 0],
        ],
        1e-6,
      ),
      [1, 4 / (1 + 1e-6), 2],
      9,
    );
    expectClose(fisherMean([[0], [4]], [[0.5], [0]], 1), [2]);
    expect(() => fisherMean([[0], [4]], [[1], [1]], 0)).toThrow(RangeError);
    expect(() => fisherMean([[0], [4]], [[1]], 1)).toThrow(RangeError);
  });

  it('weights are shares', () => {
    expectClose(
      weightedMean(
        [
          [0, 1],
          [4, 1],
        ],
        [2, 6],
      ),
      [3, 1],
    );
    expectClose(
      weightedMean(
        [
          [0, 1],
          [4, 5],
        ],
        [0, 2],
      ),
      [4, 5],
    );
    for (const weights of [[1], [0, 0], [-1, 2]]) expect(() => weightedMean([[0], [1]], weights)).toThrow(RangeError);
    expect(() => meanRow([])).toThrow(RangeError);
    expect(() => meanRow([[1], [1, 2]])).toThrow(RangeError);
  });
});
