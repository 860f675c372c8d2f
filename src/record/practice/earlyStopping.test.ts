import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlyStopping, stopAt } from './earlyStopping';
import { practiceRecord } from './practiceRecord.fixture';

const STEPS = [0, 10, 20, 30, 40, 50];
/** Validation losses: [seed][task][evaluation]. */
const LOSSES = [
  [
    [8, 4, 2, 3, 5, 6],
    [1, 0.9, 0.8, 0.7, 0.6, 0.65],
  ],
  [
    [8, 3, 4, 5, 2.5, 9],
    [1, 0.95, 0.5, 0.9, 0.9, 0.9],
  ],
] as const;

function run(losses: typeof LOSSES | null = LOSSES) {
  return practiceRecord({
    arms: 1,
    tasks: 2,
    steps: STEPS,
    value: ({ step, seed, task, what }) => {
      if (what === 'validationLoss') return losses?.[seed]?.[task]?.[step / 10] ?? NaN;
      // Test scores tell where they come from, and are no use for choosing: lowest at the last step.
      return what === 'testScore' ? 100 - step + seed + 10 * task : 0;
    },
  });
}

describe('stopAt', () => {
  it('keeps the first lowest value and stops when patience runs out', () => {
    expect(stopAt([3, 2, 2, 1, 5, 6, 0], null)).toEqual({ kept: 6, ended: 6 });
    expect(stopAt([3, 2, 2, 1, 5, 6, 0], 2)).toEqual({ kept: 3, ended: 5 });
    expect(stopAt([3, 2, 2, 1, 5, 6, 0], 1)).toEqual({ kept: 1, ended: 2 });
    expect(stopAt([1], 3)).toEqual({ kept: 0, ended: 0 });
  });

  it('with enough patience keeps the minimum, and never looks past where it stops', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        (values, patience) => {
          expect(values[stopAt(values, null).kept]).toBe(Math.min(...values));
          const { kept, ended } = stopAt(values, patience);
          expect(values[kept]).toBe(Math.min(...values.slice(0, ended + 1)));
          expect(stopAt([...values.slice(0, ended + 1), -1], patience).kept).toBe(
            ended < values.length - 1 ? kept : stopAt([...values, -1], patience).kept,
          );
        },
      ),
    );
  });
});

describe('earlyStopping', () => {
  it('by the sum: one evaluation for all tasks', () => {
    // Seed 0: sums 9, 4.9, 2.8, 3.7, ..; seed 1: 9, 3.95, 4.5, 5.9, 3.4, 9.9.
    const stopped = earlyStopping(run(), { arm: 0, rule: 'sum', patience: null });
    expect(stopped?.seeds.map((seed) => seed.kept)).toEqual([
      [2, 2],
      [4, 4],
    ]);
    expect(stopped?.endedAt.mean).toBe(50);
    const impatient = earlyStopping(run(), { arm: 0, rule: 'sum', patience: 2 });
    expect(impatient?.seeds).toEqual([
      { kept: [2, 2], endedAt: 40 },
      { kept: [1, 1], endedAt: 30 },
    ]);
    expect(impatient?.endedAt).toMatchObject({ mean: 35, n: 2 });
  });

  it('by each task: a checkpoint of its own for each', () => {
    const stopped = earlyStopping(run(), { arm: 0, rule: 'task', patience: null });
    expect(stopped?.seeds.map((seed) => seed.kept)).toEqual([
      [2, 4],
      [4, 2],
    ]);
    expect(earlyStopping(run(), { arm: 0, rule: 'task', patience: 2 })?.seeds).toEqual([
      { kept: [2, 4], endedAt: 50 },
      { kept: [1, 2], endedAt: 40 },
    ]);
  });

  it('by the mean gain: large losses do not decide alone', () => {
    // Relative to the start, seed 0: task 0 2/8 .. and task 1 .8 at step 20 (1.05), .375 + .7 at 30 (1.075); seed 1: .5 + .5 at 20.
    const stopped = earlyStopping(run(), { arm: 0, rule: 'mean-gain', patience: null });
    expect(stopped?.seeds.map((seed) => seed.kept[0])).toEqual([2, 2]);
    expect(earlyStopping(run(), { arm: 0, rule: 'sum', patience: null })?.seeds[1]?.kept[0]).toBe(4);
  });

  it('reports test scores where it stopped, paired with those at the end', () => {
    const stopped = earlyStopping(run(), { arm: 0, rule: 'task', patience: null });
    const [first, second] = stopped?.tasks ?? [];
    expect(first?.step.mean).toBe(30);
    // Seed 0 at step 20: 80; seed 1 at step 40: 61.
    expect(first?.score.mean).toBe(70.5);
    expect(first?.lastScore.mean).toBe(50.5);
    expect(first?.advantage.mean).toBe(-20);
    expect(first?.advantage.halfWidth).toBeCloseTo(12.706204736174705 * 10, 6);
    expect(second?.score.mean).toBe((70 + 91) / 2);
  });

  it('does not choose on the test split', () => {
    const flat = practiceRecord({
      arms: 1,
      steps: STEPS,
      value: ({ step, what }) => (what === 'validationLoss' ? Math.abs(step - 20) : what === 'testLoss' ? -step : step),
    });
    expect(earlyStopping(flat, { arm: 0, rule: 'sum', patience: null })?.seeds[0]?.kept).toEqual([2]);
  });

  it('is null without evaluations; an interval needs two seeds', () => {
    const record = run();
    expect(earlyStopping({ ...record, evaluations: [] }, { arm: 0, rule: 'sum', patience: null })).toBeNull();
    const single = practiceRecord({ arms: 1, seeds: 1, steps: STEPS, value: ({ step }) => step });
    expect(earlyStopping(single, { arm: 0, rule: 'sum', patience: null })?.tasks[0]?.score.halfWidth).toBeNull();
    expect(() => earlyStopping(record, { arm: 3, rule: 'sum', patience: null })).toThrow(RangeError);
  });
});
