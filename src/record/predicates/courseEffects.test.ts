import { describe, expect, it } from 'vitest';
import type { StoppingRule } from '../practice/earlyStopping';
import { checkPredicate } from '../checkPredicate';
import { practiceRecord } from '../practice/practiceRecord.fixture';
import { withMeasured } from './measured.fixture';

const plain = practiceRecord({ arms: 2, tasks: 2, seeds: 4, steps: [0, 10], value: () => 0.5 });

describe('barrier', () => {
  /** Errors on the line: ends 0.2 and 0.4, in the middle `height` above (bump) or below (bowl) the chord. */
  const line = (height: (arm: number, seed: number) => number) =>
    withMeasured(plain, 'interpolation', 11, ({ arm, seed, inner }) => {
      const share = inner / 10;
      return 0.2 + 0.2 * share + 4 * share * (1 - share) * height(arm, seed);
    });
  const barrier = (height: number, sign: 'positive' | 'negative' | 'none') =>
    checkPredicate(
      line((_, seed) => height + seed / 1000),
      { kind: 'barrier', arm: 'arm-1', sign },
    );

  it('is what the line rises above the chord between its ends', () => {
    expect(barrier(0.3, 'positive').shown).toBe('shown');
    expect(barrier(0.3, 'positive').effects[0]?.value).toBeCloseTo(0.3015, 5);
    expect(barrier(0.3, 'none').shown).toBe('not-shown');
  });

  it('is negative where all networks in between are better than that', () => {
    // Nearest to the ends, at 0.1 and 0.9, the bowl is 0.36 of its depth.
    expect(barrier(-0.3, 'negative').effects[0]?.value).toBeCloseTo(0.36 * -0.2985, 5);
    expect(barrier(-0.3, 'negative').shown).toBe('shown');
    expect(barrier(-0.3, 'positive').shown).toBe('not-shown');
  });

  it('is undecided where seeds differ', () => {
    const record = line((_, seed) => (seed % 2 === 0 ? 0.1 : -0.2));
    expect(checkPredicate(record, { kind: 'barrier', arm: 'alone', sign: 'positive' }).shown).toBe('undecided');
    expect(checkPredicate(plain, { kind: 'barrier', arm: 'alone', sign: 'none' })).toEqual({
      shown: 'undecided',
      effects: [],
    });
  });

  it('of accuracies is where they are lowest', () => {
    const record = line(() => -0.1);
    const accurate = { ...record, tasks: record.tasks.map((task) => ({ ...task, score: 'accuracy' as const })) };
    expect(checkPredicate(accurate, { kind: 'barrier', arm: 'alone', sign: 'positive' }).effects[0]?.value).toBeCloseTo(
      0.1,
      5,
    );
  });
});

describe('stopping', () => {
  /** Best on validation at step 10; test errors there 0.3, at the end 0.5 of task 0 and 0.3 of task 1. */
  const record = practiceRecord({
    arms: 1,
    tasks: 2,
    seeds: 4,
    steps: [0, 10, 20, 30],
    value: ({ step, task, seed, what }) => {
      if (what === 'validationLoss') return [1, 0.4, 0.6, 0.7][step / 10] ?? NaN;
      if (step === 10) return 0.3 + seed / 1000;
      return step === 30 && task === 1 ? 0.3 + (seed % 2 === 0 ? 0.01 : -0.01) : 0.5;
    },
  });
  const stopping = (task: string | undefined, sign: 'positive' | 'negative' | 'none', rule: StoppingRule = 'sum') =>
    checkPredicate(record, {
      kind: 'stopping',
      arm: 'alone',
      rule,
      patience: 1,
      sign,
      ...(task === undefined ? {} : { task }),
    });

  it('is better by what the last step lost since', () => {
    expect(stopping('task-0', 'positive').effects[0]?.value).toBeCloseTo(0.2 - 0.0015, 5);
    expect(stopping('task-0', 'positive').shown).toBe('shown');
    expect(stopping('task-0', 'negative', 'task').shown).toBe('not-shown');
    expect(stopping('task-1', 'positive', 'mean-gain').shown).toBe('undecided');
    expect(stopping('task-1', 'none').shown).toBe('shown');
    expect(stopping(undefined, 'positive').effects[0]?.value).toBeCloseTo((0.1985 - 0.0015) / 2, 5);
  });
});

describe('forgetting', () => {
  const record = practiceRecord({
    arms: 1,
    tasks: 2,
    seeds: 4,
    steps: [0, 10, 20],
    value: ({ step, task, seed }) => {
      if (task === 1) return step === 10 ? 0.5 : 0.5 + (seed % 2 === 0 ? 0.1 : -0.1);
      return ([1, 0.1, 0.6][step / 10] ?? NaN) + seed / 1000;
    },
  });
  const forgetting = (task: string, at: number, sign: 'positive' | 'negative' | 'none') =>
    checkPredicate(record, { kind: 'forgetting', arm: 'alone', task, at, sign });

  it('is what has been lost since that step', () => {
    expect(forgetting('task-0', 10, 'positive').effects[0]?.value).toBeCloseTo(0.5, 5);
    expect(forgetting('task-0', 10, 'positive').shown).toBe('shown');
    expect(forgetting('task-0', 0, 'positive').shown).toBe('not-shown');
    expect(forgetting('task-0', 0, 'negative').shown).toBe('shown');
    expect(forgetting('task-1', 10, 'positive').shown).toBe('undecided');
    expect(forgetting('task-1', 25, 'positive').effects).toEqual([]);
  });

  it('of accuracies is that they fall', () => {
    const accurate = { ...record, tasks: record.tasks.map((task) => ({ ...task, score: 'accuracy' as const })) };
    const { effects } = checkPredicate(accurate, {
      kind: 'forgetting',
      arm: 'alone',
      task: 'task-0',
      at: 10,
      sign: 'positive',
    });
    expect(effects[0]?.value).toBeCloseTo(-0.5, 5);
    expect(effects[0]?.shown).toBe('not-shown');
  });
});
