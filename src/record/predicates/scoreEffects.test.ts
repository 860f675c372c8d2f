import { describe, expect, it } from 'vitest';
import { checkPredicate } from '../checkPredicate';
import { practiceRecord, type Place } from '../practice/practiceRecord.fixture';

/** Errors at steps 0, 10, 20: [arm][task]; arm 0 is `alone`. At step 10 all are 1. */
const END = [
  [0.5, 0.2],
  [0.4, 0.3],
  [0.25, 0.2],
];
const jitter = (seed: number) => (seed % 2 === 0 ? 0.01 : -0.01);

function value({ step, arm, task, seed, what }: Place): number {
  if (what !== 'testScore') return 0;
  return step < 20 ? 1 + jitter(seed) * (arm + 1) : (END[arm]?.[task] ?? NaN) + jitter(seed) * (arm + 1);
}
const record = practiceRecord({ arms: 3, tasks: 2, seeds: 4, steps: [0, 10, 20], value });

describe('gain', () => {
  const gain = (arm: string, more: object, sign: 'positive' | 'negative' | 'none' = 'positive') =>
    checkPredicate(record, { kind: 'gain', arm, sign, ...more });

  it('is measured against the arm that is named', () => {
    expect(gain('arm-2', { task: 'task-0' }).effects[0]?.value).toBeCloseTo(0.5, 6);
    const against = gain('arm-2', { task: 'task-0', against: 'arm-1' });
    expect(against.effects[0]?.value).toBeCloseTo(0.15 / 0.4, 6);
    expect(against.shown).toBe('shown');
    expect(gain('alone', { task: 'task-0', against: 'arm-2' }).shown).toBe('not-shown');
  });

  it('of all tasks is their mean, each relative to its own baseline', () => {
    // (0.5 - 0.4) / 0.5 = 0.2 and (0.2 - 0.3) / 0.2 = -0.5: delta_m -0.15.
    const both = gain('arm-1', {}, 'negative');
    expect(both.effects[0]?.value).toBeCloseTo(-0.15, 6);
    expect(both.shown).toBe('shown');
    expect(gain('arm-2', { task: 'task-1' }).shown).toBe('undecided');
    expect(gain('arm-2', { task: 'task-1' }, 'none').shown).toBe('shown');
  });

  it('of an arm against itself says nothing, nor against one that is not there', () => {
    for (const more of [{ against: 'arm-1' }, { against: 'x' }]) {
      expect(gain('arm-1', more)).toEqual({ shown: 'undecided', effects: [] });
    }
    expect(gain('alone', {}).effects).toEqual([]);
  });
});

describe('at a step', () => {
  it('looks at the evaluation there, or the next one', () => {
    const score = (at: number) => checkPredicate(record, { kind: 'score', arm: 'alone', at, min: 0.9 });
    expect(score(10).shown).toBe('shown');
    expect(score(7).effects).toEqual(score(10).effects);
    expect(score(11).shown).toBe('not-shown');
    expect(score(21)).toEqual({ shown: 'undecided', effects: [] });
  });

  it('orders, compares and gains there', () => {
    const at = 10;
    expect(checkPredicate(record, { kind: 'order', arms: ['arm-2', 'alone'], task: 'task-0' }).shown).toBe('shown');
    expect(checkPredicate(record, { kind: 'order', arms: ['arm-2', 'alone'], task: 'task-0', at }).shown).toBe(
      'undecided',
    );
    expect(checkPredicate(record, { kind: 'close', arms: ['arm-2', 'alone'], within: 0.01, at }).shown).toBe('shown');
    expect(checkPredicate(record, { kind: 'close', arms: ['arm-2', 'alone'], within: 0.01 }).shown).toBe('not-shown');
    expect(checkPredicate(record, { kind: 'gain', arm: 'arm-1', sign: 'none', at }).shown).toBe('shown');
  });
});

describe('the mean over tasks', () => {
  it('is that of their scores', () => {
    const mean = checkPredicate(record, { kind: 'score', arm: 'arm-1', min: 0.34, max: 0.36 });
    expect(mean.effects[0]?.value).toBeCloseTo(0.35, 6);
    expect(mean.shown).toBe('shown');
    expect(checkPredicate(record, { kind: 'order', arms: ['arm-2', 'arm-1', 'alone'] }).shown).toBe('undecided');
  });

  it('does not exist for an accuracy and an error; accuracies keep their sign', () => {
    const [first, second] = record.tasks;
    if (first === undefined || second === undefined) throw new Error('two tasks');
    const mixed = { ...record, tasks: [{ ...first, score: 'accuracy' as const }, second] };
    expect(checkPredicate(mixed, { kind: 'score', arm: 'arm-1', min: 0 }).effects).toEqual([]);
    expect(checkPredicate(mixed, { kind: 'score', arm: 'arm-1', min: 0.39, task: 'task-0' }).shown).toBe('shown');
    expect(checkPredicate(mixed, { kind: 'gain', arm: 'arm-1', sign: 'negative' }).effects[0]?.value).toBeCloseTo(
      (-0.2 - 0.5) / 2,
      6,
    );
  });
});
