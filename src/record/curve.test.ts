import { describe, expect, it } from 'vitest';
import { curve, seedCurves } from './curve';
import { sampleRecord, sampleSpec } from './sampleRun.fixture';

describe('curve', () => {
  const record = sampleRecord(
    sampleSpec([1, 2, 3]),
    [0, 10, 20],
    (step) => (_, index) => step + (index % 2) + Math.floor(index / 2) ** 2,
  );

  it('is the mean over the seeds of one arm and task, with its t band', () => {
    const result = curve(record, { point: 0, arm: 1, quantity: 'testLoss', task: 1 });
    // Lanes 3, 4, 5 of arm 1: squares 9, 16, 25, plus the task 1 and the step.
    const mean = 1 + 50 / 3;
    const deviation = Math.sqrt(((9 - 50 / 3) ** 2 + (16 - 50 / 3) ** 2 + (25 - 50 / 3) ** 2) / 2);
    expect(result.steps).toEqual([0, 10, 20]);
    expect(result.mean[2]).toBeCloseTo(20 + mean, 9);
    expect(result.high?.[0]).toBeCloseTo(mean + (4.302653 * deviation) / Math.sqrt(3), 4);
    expect(result.low?.[0]).toBeCloseTo(mean - (4.302653 * deviation) / Math.sqrt(3), 4);
  });

  it('reads layers and pairs with their own widths', () => {
    const layer = sampleRecord(
      sampleSpec([1]),
      [0],
      () => (name, index) => (name === 'distance' ? index : 100 + index),
    );
    expect(curve(layer, { point: 0, arm: 2, quantity: 'distance', layer: 1 }).mean).toEqual([5]);
    expect(curve(layer, { point: 0, arm: 2, quantity: 'gradientCosine', pair: 0 }).mean).toEqual([102]);
  });

  it('has no band for a single seed', () => {
    const single = sampleRecord(sampleSpec([9]), [0, 10]);
    expect(curve(single, { point: 0, arm: 0, quantity: 'trainLoss', task: 0 })).toEqual({
      steps: [0, 10],
      mean: [0, 10],
      low: null,
      high: null,
    });
  });

  it('leaves out evaluations without the quantity', () => {
    const [first, ...others] = record.evaluations;
    if (first === undefined) throw new Error('the sample has evaluations');
    const partial = { ...record, evaluations: [{ ...first, testScore: new Float32Array() }, ...others] };
    expect(curve(partial, { point: 0, arm: 0, quantity: 'testScore', task: 0 }).steps).toEqual([10, 20]);
  });

  it('refuses indices outside the experiment', () => {
    expect(() => curve(record, { point: 1, arm: 0, quantity: 'testLoss', task: 0 })).toThrow(RangeError);
    expect(() => curve(record, { point: 0, arm: 3, quantity: 'testLoss', task: 0 })).toThrow(RangeError);
    expect(() => curve(record, { point: 0, arm: 0, quantity: 'distance', layer: 2 })).toThrow(RangeError);
    expect(() => curve(record, { point: 0, arm: 0, quantity: 'gradientCosine', pair: 1 })).toThrow(RangeError);
  });

  it('gives one line per seed on demand', () => {
    const lines = seedCurves(record, { point: 0, arm: 0, quantity: 'trainLoss', task: 0 });
    expect(lines).toEqual({
      steps: [0, 10, 20],
      values: [
        [0, 10, 20],
        [1, 11, 21],
        [4, 14, 24],
      ],
    });
  });
});
