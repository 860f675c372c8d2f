import { describe, expect, it } from 'vitest';
import { bestOnValidation } from './bestOnValidation';
import { sampleSpec, scoredRecord } from './sampleRun.fixture';

const spec = sampleSpec([1, 2]);
const soft = spec.arms[2];
if (soft === undefined) throw new Error('the sample has a soft arm');
const ladder = { ...spec, arms: [...spec.arms, { ...soft, id: 'soft-1' }] };

describe('bestOnValidation', () => {
  // Both tasks better with soft-0.1 on validation, with soft-1 on test.
  const record = scoredRecord(
    ladder,
    (arm, _, task) => (task === 0 ? 0.5 : 1 - 0.5) + (task === 0 ? 1 : -1) * ([0, 0.2, 0.1, 0.3][arm] ?? 0),
    (arm, _, task) => (task === 0 ? 0.5 : 1 - 0.5) + (task === 0 ? 1 : -1) * ([0, 0.4, 0.2, 0.1][arm] ?? 0),
  );

  it('chooses by validation among the soft arms and reports the test gains', () => {
    const [choice, ...others] = bestOnValidation(record, -1);
    expect(others).toEqual([]);
    expect(choice).toMatchObject({ point: 0, arm: 2 });
    expect(choice?.validationGain).toBeCloseTo(0.4, 6);
    expect(choice?.gains.map((row) => [row.arm, row.task])).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect(choice?.gains[1]?.gain).toBeCloseTo(0.2, 6);
  });

  it('chooses among the arms it is given', () => {
    expect(bestOnValidation(record, -1, [1, 3])[0]?.arm).toBe(1);
    expect(bestOnValidation(record, -1, [])).toEqual([]);
  });
});
