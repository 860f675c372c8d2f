import { describe, expect, it } from 'vitest';
import { effectiveArm } from './effectiveArm';
import { sampleSpec } from './sampleRun.fixture';

describe('effectiveArm', () => {
  const record = {
    spec: sampleSpec(),
    adjustments: [
      { step: 10, arm: 'soft-0.1', lambda: 2 },
      { step: 20, arm: 'soft-0.1', learningRate: 0.5, taskWeights: [1, 3] },
      { step: 20, arm: 'hard', lambda: 9 },
    ],
  };

  it('applies the changes up to the step, to their arm alone', () => {
    expect(effectiveArm(record, 2, 9)).toEqual(record.spec.arms[2]);
    expect(effectiveArm(record, 2, 10).scheme).toMatchObject({ lambda: 2 });
    expect(effectiveArm(record, 2, 25)).toMatchObject({
      learningRate: 0.5,
      taskWeights: [1, 3],
      scheme: { lambda: 2 },
    });
    expect(effectiveArm(record, 0, 25)).toEqual(record.spec.arms[0]);
  });

  it('gives no lambda to a scheme that has none', () => {
    expect(effectiveArm(record, 1, 25)).toEqual(record.spec.arms[1]);
  });

  it('refuses an arm that is not there', () => {
    expect(() => effectiveArm(record, 3, 0)).toThrow(RangeError);
  });
});
