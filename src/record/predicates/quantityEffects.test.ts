import { describe, expect, it } from 'vitest';
import { checkPredicate } from '../checkPredicate';
import { armNamed, practiceRecord } from '../practice/practiceRecord.fixture';
import { withMeasured } from './measured.fixture';

const ARMS = [
  armNamed('alone', { kind: 'alone' }),
  armNamed('hard', { kind: 'hard', sharedLayers: 1, groups: null }),
  armNamed('stitch', { kind: 'cross-stitch', same: 0.9, rateFactor: 1 }),
];
const run = (tasks = 3) =>
  practiceRecord({
    arms: ARMS,
    tasks,
    seeds: 3,
    steps: [0, 10],
    value: ({ step, arm, task, seed, what }) =>
      what === 'testLoss' ? 1 + arm + task - step / 20 + 0.1 * (arm === 1 ? (seed - 1) * 20 : seed) : 0,
  });

describe('range', () => {
  const loss = (more: object) => checkPredicate(run(), { kind: 'range', quantity: 'testLoss', arm: 'alone', ...more });

  it('is that of the mean over seeds, of one task or of all', () => {
    // 1 + task - 0.5 + (0, 0.1, 0.2): mean 0.6 + task.
    expect(loss({ task: 'task-1', max: 2 }).effects[0]?.value).toBeCloseTo(1.6, 6);
    expect(loss({ min: 1.59, max: 1.61 }).shown).toBe('shown');
    expect(loss({ min: 1.65 }).shown).toBe('not-shown');
    expect(loss({ max: 2.1, min: 2, at: 0 }).effects[0]?.value).toBeCloseTo(2.1, 6);
  });

  it('of every seed leaves none out', () => {
    expect(loss({ task: 'task-0', max: 0.65 }).shown).toBe('shown');
    expect(loss({ task: 'task-0', max: 0.65, every: true }).shown).toBe('not-shown');
    expect(loss({ task: 'task-0', max: 0.71, every: true }).shown).toBe('shown');
  });

  it('is decided by one seed too, as scores are', () => {
    const single = practiceRecord({ arms: ARMS, seeds: 1, steps: [0], value: () => 0.5 });
    const { shown, effects } = checkPredicate(single, { kind: 'range', quantity: 'testLoss', arm: 'hard', max: 1 });
    expect(shown).toBe('shown');
    expect(effects[0]).toMatchObject({ n: 1, halfWidth: null });
  });

  it('reads the probe, weights, and both coordinates', () => {
    const at = (name: 'probe' | 'taskWeight' | 'position', width: number) =>
      withMeasured(run(2), name, width, ({ arm, inner }) => 10 * arm + inner);
    const mean = (
      record: ReturnType<typeof at>,
      quantity: 'probe' | 'taskWeight' | 'position-x' | 'position-y',
      more = {},
    ) => checkPredicate(record, { kind: 'range', quantity, arm: 'hard', min: 0, ...more }).effects[0]?.value;
    expect(mean(at('probe', 1), 'probe')).toBe(10);
    expect(mean(at('taskWeight', 2), 'taskWeight', { task: 'task-1' })).toBe(11);
    // (x, y) of task 0 are numbers 0 and 1, of task 1 numbers 2 and 3.
    expect(mean(at('position', 4), 'position-x', { task: 'task-1' })).toBe(12);
    expect(mean(at('position', 4), 'position-y')).toBe(12);
  });

  it('of distances is the mean over the trunk, without the heads', () => {
    // The sample's model has one trunk layer and the output.
    const record = withMeasured(run(), 'distance', 2, ({ inner }) => (inner === 0 ? 3 : 100));
    const { effects } = checkPredicate(record, { kind: 'range', quantity: 'distance', arm: 'alone', max: 4 });
    expect(effects[0]?.value).toBe(3);
  });

  it('of gradient cosines is that of the pair, in either order', () => {
    // Pairs of three tasks: (0,1), (0,2), (1,2).
    const record = withMeasured(run(), 'gradientCosine', 3, ({ inner }) => inner / 10);
    const cosine = (pair?: string[]) =>
      checkPredicate(record, {
        kind: 'range',
        quantity: 'gradientCosine',
        arm: 'hard',
        min: 0,
        ...(pair === undefined ? {} : { pair }),
      }).effects[0]?.value;
    expect(cosine(['task-1', 'task-2'])).toBeCloseTo(0.2, 6);
    expect(cosine(['task-2', 'task-0'])).toBeCloseTo(0.1, 6);
    expect(cosine()).toBeCloseTo(0.1, 6);
  });

  it('of what was not measured, or of networks without rows, is undecided', () => {
    const nothing = { shown: 'undecided', effects: [] };
    const measured = withMeasured(run(), 'distance', 2, () => 0);
    const range = { kind: 'range', max: 1 } as const;
    expect(checkPredicate(measured, { ...range, quantity: 'distance', arm: 'hard' }).shown).toBe('shown');
    expect(checkPredicate(measured, { ...range, quantity: 'distance', arm: 'stitch' })).toEqual(nothing);
    expect(checkPredicate(run(), { ...range, quantity: 'probe', arm: 'hard' })).toEqual(nothing);
    expect(checkPredicate(run(), { ...range, quantity: 'testLoss', arm: 'hard', task: 'x' })).toEqual(nothing);
    expect(checkPredicate(run(), { ...range, quantity: 'gradientCosine', arm: 'hard', pair: ['task-0', 'x'] })).toEqual(
      nothing,
    );
  });
});

describe('lower', () => {
  const lower = (arms: string[], more = {}) =>
    checkPredicate(run(), { kind: 'lower', quantity: 'testLoss', arms, ...more });

  it('needs an interval of the paired differences without zero', () => {
    expect(lower(['alone', 'stitch']).shown).toBe('shown');
    expect(lower(['alone', 'stitch']).effects[0]).toMatchObject({
      quantity: 'excess',
      n: 3,
      arms: ['alone', 'stitch'],
    });
    expect(lower(['alone', 'stitch']).effects[0]?.value).toBeCloseTo(2, 5);
    expect(lower(['stitch', 'alone']).shown).toBe('not-shown');
    // Losses of hard scatter by 2 over seeds.
    expect(lower(['alone', 'hard']).shown).toBe('undecided');
    expect(lower(['alone', 'stitch', 'hard']).shown).toBe('undecided');
    expect(lower(['alone', 'x']).effects).toEqual([]);
  });
});
