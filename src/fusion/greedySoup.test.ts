import { describe, expect, it } from 'vitest';
import { greedySoup } from './greedySoup';

describe('greedy soup', () => {
  /** Rows are single numbers; the loss is the distance to `wanted`. */
  const soup = (rows: readonly number[], wanted: number) =>
    greedySoup({
      rows: rows.map((value) => [value]),
      validate: (row) => ({ loss: Math.abs((row[0] ?? NaN) - wanted), gradient: new Float64Array(1) }),
    });

  it('takes in what makes the held-out loss strictly smaller, best first', () => {
    // Alone: 3 (loss 1), 0 (2), 8 (6). Mean of 3 and 0 is 1.5 (.5): in. With 8: 3.67: out.
    expect(soup([0, 3, 8], 2)).toEqual({ row: Float64Array.of(1.5), members: [1, 0], loss: 0.5 });
    expect(soup([8, 0, 3], 2).members).toEqual([2, 1]);
  });

  it('does not take in what changes nothing', () => {
    expect(soup([1, 1, 1], 4).members).toEqual([0]);
    expect(soup([3, 5], 4)).toMatchObject({ members: [0, 1], loss: 0 });
    expect(soup([5, 9], 4).members).toEqual([0]);
    expect(() => soup([], 1)).toThrow(RangeError);
  });
});
