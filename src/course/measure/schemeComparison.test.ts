import { describe, expect, it } from 'vitest';
import { schemeComparison } from './schemeComparison';
import { aloneArm, hardArm, regression, softArm, syntheticRecord, wiggle } from './syntheticRecord';

const arms = [aloneArm, hardArm(1), hardArm(2), softArm(0.01), softArm(1)];
const errors = [0.5, 0.4, 1.5, 0.3, 0.9];

const record = syntheticRecord({
  values: [0, 90],
  arms,
  seeds: 4,
  tasks: [regression('first'), { name: 'sex', loss: 'sigmoid', outputs: 1, score: 'accuracy' }],
  score: ({ arm, task, seed, point }) => {
    const error = (errors[arm] ?? 0) / 2 + 0.01 * wiggle(seed) + 0.1 * point;
    return task === 0 ? error : 1 - error;
  },
});

describe('schemeComparison', () => {
  const rows = schemeComparison(record, -1);
  const spread = [0, 1, 2, 3].map(wiggle).reduce((a, b) => a + b) / 4;

  it('has a row for every point and task', () => {
    expect(rows.map((row) => [row.value, row.shape.name])).toEqual([
      [0, 'first'],
      [0, 'sex'],
      [90, 'first'],
      [90, 'sex'],
    ]);
  });

  it('tells a shared trunk from full sharing', () => {
    expect(rows[0]?.hard?.error).toBeCloseTo(0.2 + 0.01 * spread, 6);
    expect(rows[0]?.full?.error).toBeCloseTo(0.75 + 0.01 * spread, 6);
    expect(rows[0]?.full?.gain?.verdict).toBe('hurts');
  });

  it('reports the error of accuracy tasks as a share of wrong answers', () => {
    expect(rows[1]?.alone.error).toBeCloseTo(0.25 + 0.01 * spread, 6);
    expect(rows[1]?.hard?.gain?.verdict).toBe('helps');
  });

  it('takes the lambda that validation chose, with its gain, interval and parameters', () => {
    expect(rows[2]?.soft).toMatchObject({ lambda: 0.01, parameters: 706 });
    expect(rows[2]?.soft?.gain?.gain).toBeCloseTo(0.1 / (0.35 + 0.01 * spread), 5);
    expect(rows[2]?.alone.halfWidth).toBeGreaterThan(0);
  });

  it('leaves out what the run does not have', () => {
    const bare = syntheticRecord({
      values: [null],
      arms: [aloneArm],
      seeds: 1,
      tasks: [regression('first')],
      score: () => 0.5,
    });
    expect(schemeComparison(bare, -1)).toMatchObject([
      { value: null, hard: null, full: null, soft: null, alone: { error: 0.5, halfWidth: null, gain: null } },
    ]);
    expect(schemeComparison({ ...bare, evaluations: [] }, -1)).toEqual([]);
  });
});
