import { describe, expect, it } from 'vitest';
import type { ArmSpec } from '../../spec/experiment';
import { schemeComparison } from './schemeComparison';
import { aloneArm, hardArm, regression, softArm, syntheticRecord, wiggle } from './syntheticRecord.fixture';

/** A soft arm that pulls on the trunk only, and would win if it were allowed to compete. */
const trunkArm: ArmSpec = {
  ...softArm(0.02),
  id: 'soft-trunk',
  scheme: { kind: 'soft', lambda: 0.02, penalty: 'pairwise', on: 'trunk', coupling: 'gradient' },
};
const arms = [aloneArm, hardArm(1), hardArm(2), softArm(0.01), softArm(1), trunkArm];
const errors = [0.5, 0.4, 1.5, 0.3, 0.9, 0.1];
const spread = [0, 1, 2, 3].map(wiggle).reduce((a, b) => a + b) / 4;

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
  const rows = schemeComparison(record, -1, 'each');

  it('has a row for every point and task', () => {
    expect(rows.map((row) => [row.value, row.task?.name])).toEqual([
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
    expect(rows[0]?.full?.parameters).toBe(353);
  });

  it('reports the error of accuracy tasks as a share of wrong answers', () => {
    expect(rows[1]?.alone.error).toBeCloseTo(0.25 + 0.01 * spread, 6);
    expect(rows[1]?.hard?.gain?.verdict).toBe('helps');
  });

  it('takes the lambda that validation chose, among arms that pull on the same parameters', () => {
    expect(rows[2]?.soft).toMatchObject({ scheme: { lambda: 0.01, on: 'all' }, parameters: 706 });
    expect(rows[2]?.soft?.gain?.gain).toBeCloseTo(0.1 / (0.35 + 0.01 * spread), 5);
    expect(rows[2]?.alone.halfWidth).toBeGreaterThan(0);
  });

  it('picks one task, or takes the mean of tasks that are scored alike', () => {
    expect(schemeComparison(record, -1, { only: 'sex' }).map((row) => row.value)).toEqual([0, 90]);
    expect(schemeComparison(record, -1, 'mean')).toEqual([]);
    const alike = syntheticRecord({
      values: [null],
      arms,
      seeds: 3,
      tasks: [regression('first'), regression('second')],
      score: ({ arm, task }) => (errors[arm] ?? 0) + task,
    });
    expect(schemeComparison(alike, -1, 'mean')).toMatchObject([{ task: null, alone: { error: 1 } }]);
  });

  it('leaves out what the run does not have', () => {
    const bare = syntheticRecord({
      values: [null],
      arms: [aloneArm],
      seeds: 1,
      tasks: [regression('first')],
      score: () => 0.5,
    });
    expect(schemeComparison(bare, -1, 'each')).toMatchObject([
      { value: null, hard: null, full: null, soft: null, alone: { error: 0.5, halfWidth: null, gain: null } },
    ]);
    expect(schemeComparison({ ...bare, evaluations: [] }, -1, 'each')).toEqual([]);
  });
});
