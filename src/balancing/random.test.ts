import { describe, expect, test } from 'vitest';
import { balance } from './balancingCase.fixture';
import { samplingProbabilities } from './sampling';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('random weights', () => {
  test('sum to one, follow from seed and step, and treat the tasks alike', () => {
    const totals = new Float64Array(3);
    for (let step = 0; step < 4000; step++) {
      const { weights } = balance({ kind: 'random' }, 3, { step });
      expect(sum(weights)).toBeCloseTo(1, 12);
      weights.forEach((weight, t) => (totals[t] = (totals[t] ?? 0) + weight));
    }
    totals.forEach((total) => expect(total / 4000).toBeCloseTo(1 / 3, 1.5));
    const at = (step: number, seed: number) => [...balance({ kind: 'random' }, 3, { step, seed }).weights];
    expect(at(5, 1)).toEqual(at(5, 1));
    expect(at(5, 1)).not.toEqual(at(6, 1));
    expect(at(5, 1)).not.toEqual(at(5, 2));
  });
});

describe('sampling', () => {
  test('probabilities: in proportion to the rows at 1, their roots at 2, all alike for large temperatures', () => {
    const of = (temperature: number) => [...samplingProbabilities([100, 400, 0], temperature)];
    const close = (found: readonly number[], expected: readonly number[]) =>
      found.forEach((value, t) => expect(value).toBeCloseTo(expected[t] ?? NaN, 5));
    close(of(1), [0.2, 0.8, 0]);
    close(of(2), [1 / 3, 2 / 3, 0]);
    close(of(1e6), [0.5, 0.5, 0]);
    expect(() => samplingProbabilities([0, 0], 1)).toThrow(RangeError);
  });

  test('one task per step, as often as its probability says', () => {
    const drawn = new Float64Array(3);
    for (let step = 0; step < 5000; step++) {
      const { weights } = balance({ kind: 'sampling', temperature: 2 }, 3, { step, rows: [100, 0, 900] });
      expect([...weights].sort()).toEqual([0, 0, 1]);
      drawn[weights.indexOf(1)] = (drawn[weights.indexOf(1)] ?? 0) + 1;
    }
    expect(drawn[1]).toBe(0);
    // Four standard deviations of a count.
    expect(Math.abs((drawn[0] ?? 0) / 5000 - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / 5000));
  });
});
