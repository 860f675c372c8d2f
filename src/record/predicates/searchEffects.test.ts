import { describe, expect, it } from 'vitest';
import { checkPredicate } from '../checkPredicate';
import { practiceRecord, type Place } from '../practice/practiceRecord.fixture';

describe('cross-validated', () => {
  /** Arm 2 is best on the test data, arm 1 on validation; the test loss of arm 1 is 5 % higher, on seeds 4 and 5 much. */
  const record = (spread: number) =>
    practiceRecord({
      arms: 3,
      folds: 3,
      seeds: 6,
      steps: [0, 10],
      value: ({ step, arm, seed, what }) => {
        if (step === 0) return 1;
        if (what === 'validationLoss') return [0.9, 0.2, 0.3][arm] ?? NaN;
        return ([0.8, 0.42, 0.4][arm] ?? NaN) + (arm === 1 && seed >= 4 ? spread : 0);
      },
    });
  const claimed = (within: number, spread = 0) =>
    checkPredicate(record(spread), { kind: 'cross-validated', arms: ['alone', 'arm-1', 'arm-2'], within });

  it('is nearly as good as the best one', () => {
    expect(claimed(0.06)).toMatchObject({ shown: 'shown', effects: [{ point: null, quantity: 'regret', n: 6 }] });
    expect(claimed(0.06).effects).toHaveLength(1);
    expect(claimed(0.06).effects[0]?.value).toBeCloseTo(0.05, 5);
    expect(claimed(0.04).shown).toBe('not-shown');
    // Mean 0.05 + 0.2 / 0.4 / 3 = 0.217, half width 0.271.
    expect(claimed(0.2, 0.2).shown).toBe('undecided');
    expect(claimed(0.25, 0.2).shown).toBe('undecided');
    expect(claimed(0.5, 0.2).shown).toBe('shown');
  });

  it('has no regret when it chooses the best', () => {
    const among = checkPredicate(record(0), { kind: 'cross-validated', arms: ['alone', 'arm-2'], within: 0.001 });
    expect(among.effects[0]?.value).toBeCloseTo(0, 6);
    expect(among.shown).toBe('shown');
  });

  it('needs folds', () => {
    const plain = practiceRecord({ arms: 2, steps: [0, 10], value: () => 1 });
    expect(checkPredicate(plain, { kind: 'cross-validated', arms: ['alone', 'arm-1'], within: 1 })).toEqual({
      shown: 'undecided',
      effects: [],
    });
  });
});

/** Nine arms; at a ninth of the steps arm 7 looks best, at a third and at the end arm 4 is. */
const FINAL = [0.9, 0.8, 0.7, 0.6, 0.1, 0.5, 0.4, 0.3, 0.2];
const EARLY = [0.9, 0.8, 0.75, 0.7, 0.5, 0.65, 0.6, 0.3, 0.4];
const IDS = FINAL.map((_, arm) => (arm === 0 ? 'alone' : `arm-${arm}`));
const loss = ({ step, arm }: Place) => (step === 0 ? 2 : ((step < 30 ? EARLY : FINAL)[arm] ?? NaN));
const grid = practiceRecord({ arms: 9, seeds: 4, steps: [0, 10, 20, 30, 60, 90], value: loss });

describe('halving', () => {
  const halving = (eta: number, within: number, budget: number, rungs?: number) =>
    checkPredicate(grid, {
      kind: 'halving',
      arms: IDS,
      eta,
      within,
      budget,
      ...(rungs === undefined ? {} : { rungs }),
    });

  it('ends at the best arm for a part of the steps', () => {
    // 9 x 10 + 3 x 20 + 1 x 60 of 9 x 90.
    const { shown, effects } = halving(3, 0.01, 0.3);
    expect(shown).toBe('shown');
    expect(effects.map(({ quantity }) => quantity)).toEqual(['regret', 'cost']);
    expect(effects[0]?.value).toBe(0);
    expect(effects[1]?.value).toBeCloseTo(210 / 810, 9);
  });

  it('is not shown when it spends more, or ends worse', () => {
    expect(halving(3, 0.01, 0.2).shown).toBe('not-shown');
    // eta 9: two rungs, at steps 10 and 90, and arm 7 (0.3 instead of 0.1) goes on.
    const rash = halving(9, 0.5, 0.5);
    expect(rash.effects[0]?.value).toBeCloseTo(2, 5);
    expect(rash.shown).toBe('not-shown');
    expect(halving(3, 0.01, 1, 1).effects[1]?.value).toBe(1);
  });

  it('is compared with what the whole search would choose, on validation', () => {
    // On the test data the order is the other way round: choosing as the whole search does is still no regret.
    const contrary = practiceRecord({
      arms: 9,
      seeds: 4,
      steps: [0, 10, 30, 90],
      value: (place) => (place.what === 'testLoss' && place.step > 0 ? 2 - loss(place) : loss(place)),
    });
    const check = { kind: 'halving', arms: IDS, within: 0.01, budget: 0.5 } as const;
    expect(checkPredicate(contrary, { ...check, eta: 3 })).toMatchObject({
      shown: 'shown',
      effects: [{ value: 0 }, {}],
    });
    expect(checkPredicate(contrary, { ...check, eta: 9 }).effects[0]?.value).toBeLessThan(0);
  });

  it('is undecided with one seed, and before the end', () => {
    const one = practiceRecord({ arms: 9, seeds: 1, steps: [0, 10, 30, 90], value: loss });
    const growing = practiceRecord({ arms: 9, seeds: 4, steps: [0, 10, 30], total: 90, value: loss });
    const check = { kind: 'halving', arms: IDS, eta: 3, within: 0.1, budget: 0.5 } as const;
    expect(checkPredicate(one, check).shown).toBe('undecided');
    expect(checkPredicate(growing, check)).toEqual({ shown: 'undecided', effects: [] });
    expect(checkPredicate(grid, { ...check, arms: ['alone', 'x'] }).effects).toEqual([]);
  });
});

describe('random', () => {
  const random = (within: number, budget: number) =>
    checkPredicate(grid, { kind: 'random', arms: IDS, within, budget });

  it('with the whole budget finds the best, with less spends less', () => {
    expect(random(0.001, 1)).toMatchObject({ shown: 'shown', effects: [{ value: 0 }, { value: 1 }] });
    const some = random(1, 0.5);
    expect(some.effects[1]).toMatchObject({ quantity: 'cost', shown: 'shown' });
    expect(some.effects[1]?.value).toBeCloseTo(4 / 9, 9);
    expect(some.effects[0]?.value).toBeGreaterThanOrEqual(0);
  });

  it('with too little misses it', () => {
    // One arm tried by each of 4 seeds: the regret would be 0 only if all drew arm 4.
    expect(random(0.001, 0.12).shown).not.toBe('shown');
  });
});
