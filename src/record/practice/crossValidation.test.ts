import { describe, expect, it } from 'vitest';
import { crossValidation } from './crossValidation';
import { practiceRecord, type Place } from './practiceRecord.fixture';

/** Validation losses at the end, [fold][arm]; arm 1 is best on average, folds 0 and 2 prefer others. */
const END = [
  [0.2, 0.3, 0.9],
  [0.9, 0.2, 0.5],
  [0.6, 0.4, 0.3],
];

function value({ step, point, arm, seed, what }: Place): number {
  if (step === 0) return 1;
  const validation = END[point]?.[seed === 2 ? 2 - arm : arm] ?? NaN;
  return what === 'testLoss' ? ([0.5, 0.4, 0.8][arm] ?? NaN) : validation;
}
const folds = (seeds = 2) => practiceRecord({ arms: 3, folds: 3, seeds, steps: [0, 10], value });

describe('crossValidation', () => {
  it('averages over folds and chooses the arm of the lowest mean', () => {
    const result = crossValidation(folds(), { arms: [0, 1, 2] });
    expect(result?.arms.map(({ validation }) => Number(validation.mean.toFixed(6)))).toEqual([0.566667, 0.3, 0.566667]);
    expect(result?.arms[1]?.validation).toMatchObject({ n: 2 });
    expect(result?.chosen).toBe(1);
    expect(result?.chosenPerSeed).toEqual([1, 1]);
    expect(result?.arms[1]?.test.mean).toBeCloseTo(0.4, 6);
  });

  it('says what single splits would have chosen, and what that costs on the test split', () => {
    const result = crossValidation(folds(), { arms: [0, 1, 2] });
    expect(result?.chosenPerSplit).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(result?.agreement).toBeCloseTo(1 / 3, 12);
    expect(result?.singleSplitCost.mean).toBeCloseTo((0.5 + 0.4 + 0.8) / 3 - 0.4, 6);
  });

  it('lets every seed choose from its own folds', () => {
    // Seed 2 has arms 0 and 2 exchanged.
    const result = crossValidation(folds(3), { arms: [0, 2] });
    expect(result?.chosenPerSplit[2]).toEqual([2, 0, 0]);
    expect(result?.chosenPerSplit[0]).toEqual([0, 2, 2]);
  });

  it('chooses among the arms and folds it is given', () => {
    expect(crossValidation(folds(), { arms: [0, 2], folds: [0] })?.chosen).toBe(0);
    expect(crossValidation(folds(), { arms: [0, 1, 2], folds: [2] })?.chosen).toBe(2);
  });

  it('is null for a run without folds', () => {
    const plain = practiceRecord({ arms: 3, steps: [0, 10], value });
    expect(crossValidation(plain, { arms: [0, 1] })).toBeNull();
    expect(crossValidation(folds(), { arms: [] })).toBeNull();
  });
});
