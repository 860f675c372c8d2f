import { describe, expect, it } from 'vitest';
import { deltaM } from './deltaM';
import { forgetting } from './forgetting';
import { practiceRecord } from './practiceRecord.fixture';
import { seedGains } from './seedGains';

describe('forgetting', () => {
  /** Errors after each phase, [phase][task]: three tasks in the order 2, 0, 1. */
  const ERRORS = [
    [0.9, 0.9, 0.1],
    [0.2, 0.8, 0.3],
    [0.5, 0.1, 0.6],
  ];
  const phases = [
    { task: 2, until: 10 },
    { task: 0, until: 20 },
    { task: 1, until: 30 },
  ];
  const record = practiceRecord({
    arms: 1,
    tasks: 3,
    steps: [0, 10, 20, 30],
    value: ({ step, task, seed, what }) =>
      what === 'testScore' ? (ERRORS[step / 10 - 1]?.[task] ?? 1) * (seed === 1 ? 2 : 1) : 0,
  });

  it('is the best a task ever was minus what it is at the end; backward transfer its mean since the task was learned', () => {
    const measured = forgetting(record, { arm: 0, phases });
    // Seed 0: task 2 .1 -> .6 (.5), task 0 .2 -> .5 (.3), task 1 none. Seed 1: twice that.
    expect(measured?.forgetting.map(({ mean }) => Number(mean.toFixed(6)))).toEqual([0.75, 0.45, 0]);
    expect(measured?.backwardTransfer?.mean).toBeCloseTo(-0.6, 6);
    expect(measured?.backwardTransfer?.halfWidth).toBeCloseTo(12.706204736174705 * 0.2, 5);
    expect(measured?.scores[1]?.map(({ mean }) => Number(mean.toFixed(6)))).toEqual([-0.45, -0.3, -1.2]);
  });

  it('of accuracies counts the other way', () => {
    const right = { ...record, tasks: record.tasks.map((task) => ({ ...task, score: 'accuracy' as const })) };
    const measured = forgetting(right, { arm: 0, phases });
    expect(measured?.backwardTransfer?.mean).toBeCloseTo(0.6, 6);
    expect(measured?.forgetting.every(({ mean }) => mean >= 0)).toBe(true);
  });

  it('needs an evaluation at the end of every phase', () => {
    expect(forgetting(record, { arm: 0, phases: [{ task: 0, until: 15 }] })).toBeNull();
    expect(forgetting(record, { arm: 0, phases: [] })).toBeNull();
    expect(forgetting(record, { arm: 0, phases: phases.slice(0, 1) })?.backwardTransfer).toBeNull();
  });
});

describe('deltaM', () => {
  const errors = (alone: readonly number[]) =>
    practiceRecord({
      arms: 2,
      tasks: 2,
      steps: [0],
      value: ({ arm, task, seed }) => (alone[task] ?? 0) * (arm === 0 ? 1 : ([0.5, 1.25][task] ?? 1)) * (1 + seed),
    });

  it('is the mean over tasks of the gain, whatever the scale of the errors', () => {
    // Gains .5 and -.25: mean .125. With the common denominator seeds count 2/3 and 4/3 of it.
    for (const alone of [
      [1, 1],
      [1, 1000],
    ]) {
      const value = deltaM(errors(alone), { arm: 1 });
      expect(value?.value.mean).toBeCloseTo(0.125, 6);
      expect(value?.value.halfWidth).toBeCloseTo((12.706204736174705 * 0.125) / 3, 5);
      expect(value?.verdict).toBe('undecided');
    }
  });

  it('is undefined where a task alone makes no error', () => {
    expect(deltaM(errors([1, 0]), { arm: 1 })).toBeNull();
  });
});

describe('seedGains', () => {
  it('average to the gain', () => {
    const record = practiceRecord({
      arms: 2,
      steps: [0],
      seeds: 3,
      value: ({ arm, seed }) => 1 + seed + arm * (seed - 1),
    });
    const gains = seedGains(record, { arm: 1, task: 0 });
    expect(gains?.values.map((value) => Number(value.toFixed(6)))).toEqual([0.5, 0, -0.5]);
    expect(gains?.summary.gain).toBeCloseTo(0, 12);
  });
});
