import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectClose } from './expectClose.fixture';
import { taskArithmetic } from './taskArithmetic';
import { meanRow } from './weightedMean';

const numbers = fc.double({ min: -5, max: 5, noNaN: true });
const rowsOf = (count: number) =>
  fc.array(fc.array(numbers, { minLength: 6, maxLength: 6 }), { minLength: count, maxLength: count });

describe('task arithmetic', () => {
  it('at 1/T is the mean, at 0 the base', () => {
    fc.assert(
      fc.property(rowsOf(4), ([start = [], ...rows]) => {
        expectClose(taskArithmetic(rows, start, 1 / 3), meanRow(rows), 10);
        expectClose(taskArithmetic(rows, start, 0), start, 15);
        expectClose(taskArithmetic(rows.slice(0, 1), start, 1), rows[0] ?? []);
      }),
    );
  });

  it('two tasks at one half are their mean, and task vectors add up', () => {
    expectClose(
      taskArithmetic(
        [
          [1, 5],
          [3, 1],
        ],
        [1, 1],
        0.5,
      ),
      [2, 3],
    );
    expectClose(
      taskArithmetic(
        [
          [1, 5],
          [3, 1],
        ],
        [1, 1],
        1,
      ),
      [3, 5],
    );
  });
});
