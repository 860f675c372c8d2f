import { describe, expect, it } from 'vitest';
import { checkPredicate } from '../checkPredicate';
import { armNamed, practiceRecord } from '../practice/practiceRecord.fixture';
import { withMeasured } from './measured.fixture';

const GROUPS = [
  ['task-0', 'task-2'],
  ['task-1', 'task-3'],
];
const together = (i: number, j: number) => i % 2 === j % 2;

describe('affinity', () => {
  /** Early (up to step 10) within 0.3, across 0.1; later the other way round; seeds 2 and 3 scatter. */
  const plain = practiceRecord({ arms: 1, tasks: 4, seeds: 4, steps: [0, 10, 20, 30], value: () => 0.5 });
  const record = withMeasured(plain, 'affinity', 16, ({ step, seed, inner }) => {
    const within = together(Math.floor(inner / 4), inner % 4);
    return (within === step <= 10 ? 0.3 : 0.1) + (within ? seed / 100 : 0);
  });
  const affinity = (from: number, to: number, sign: 'positive' | 'negative' | 'none', groups = GROUPS) =>
    checkPredicate(record, { kind: 'affinity', arm: 'alone', groups, from, to, sign });

  it('within minus across, over the window', () => {
    expect(affinity(0, 10, 'positive').effects[0]?.value).toBeCloseTo(0.2 + 0.015, 5);
    expect(affinity(0, 10, 'positive').shown).toBe('shown');
    expect(affinity(20, 30, 'positive').shown).toBe('not-shown');
    expect(affinity(20, 30, 'negative').shown).toBe('shown');
    // Half of each: 0 + seed / 100, whose interval holds zero.
    expect(affinity(0, 30, 'positive').effects[0]?.value).toBeCloseTo(0.015, 5);
    expect(affinity(0, 30, 'positive').shown).toBe('undecided');
  });

  it('is undecided outside the run, and for groups that are none of its tasks', () => {
    expect(affinity(31, 40, 'positive').effects).toEqual([]);
    expect(
      affinity(0, 10, 'positive', [
        ['task-0', 'task-1'],
        ['x', 'task-2', 'task-3'],
      ]).effects,
    ).toEqual([]);
    expect(
      checkPredicate(plain, { kind: 'affinity', arm: 'alone', groups: GROUPS, from: 0, to: 9, sign: 'none' }).shown,
    ).toBe('undecided');
  });

  it('finds the groups again, on some seeds', () => {
    const found = (from: number, to: number, bounds: object) =>
      checkPredicate(record, { kind: 'grouping', groups: GROUPS, affinityOf: 'alone', from, to, ...bounds });
    expect(found(0, 10, { min: 1 })).toMatchObject({ shown: 'shown', effects: [{ quantity: 'hits', value: 1, n: 4 }] });
    expect(found(20, 30, { min: 0.1 })).toMatchObject({ shown: 'not-shown', effects: [{ value: 0 }] });
    expect(found(20, 30, { max: 0.5 }).shown).toBe('shown');
    expect(found(31, 40, { min: 0.1 })).toEqual({ shown: 'undecided', effects: [] });
  });
});

describe('grouping by pairs', () => {
  /** Three arms of pairs; a task gains by its companion of the same group only, on seed 3 by the others. */
  const pairs = [
    [
      [0, 1],
      [2, 3],
    ],
    [
      [0, 2],
      [1, 3],
    ],
    [
      [0, 3],
      [1, 2],
    ],
  ];
  const record = practiceRecord({
    arms: [
      armNamed('alone', { kind: 'alone' }),
      ...pairs.map((groups, index) => armNamed(`pairs-${index}`, { kind: 'hard', sharedLayers: 1, groups })),
    ],
    tasks: 4,
    seeds: 4,
    steps: [10],
    value: ({ arm, seed }) => (arm === 0 ? 0.5 : arm === (seed === 3 ? 1 : 2) ? 0.3 : 0.6),
  });

  it('counts the seeds whose best partition is the expected one', () => {
    const grouping = (bounds: object) => checkPredicate(record, { kind: 'grouping', groups: GROUPS, ...bounds });
    expect(grouping({ min: 0.7 })).toMatchObject({ shown: 'shown', effects: [{ value: 0.75, n: 4, arms: [] }] });
    expect(grouping({ min: 0.8 }).shown).toBe('not-shown');
    expect(grouping({ min: 0.5, max: 0.7 }).shown).toBe('not-shown');
  });

  it('is undecided while a pair has no arm', () => {
    const fewer = { ...record, spec: { ...record.spec, arms: record.spec.arms.slice(0, 2) } };
    expect(checkPredicate(fewer, { kind: 'grouping', groups: GROUPS, min: 0.1 }).effects).toEqual([]);
  });
});
