import { describe, expect, it } from 'vitest';
import { practiceRecord, type Place } from './practiceRecord.fixture';
import { randomSearch } from './randomSearch';
import { scaledLosses } from './scaledLoss';
import { successiveHalving } from './successiveHalving';

const ARMS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** Final losses of nine arms, arm 4 the best of all. At 1/9 of the steps arm 7 looks best and 4 third; at 1/3 4 leads. */
const FINAL = [0.9, 0.8, 0.7, 0.6, 0.1, 0.5, 0.4, 0.3, 0.2];
const EARLY = [0.9, 0.8, 0.75, 0.7, 0.5, 0.65, 0.6, 0.3, 0.4];

function loss({ step, arm }: Place): number {
  if (step === 0) return 2;
  return 2 * ((step < 30 ? EARLY : FINAL)[arm] ?? NaN);
}
const grid = (more: Partial<Parameters<typeof practiceRecord>[0]> = {}) =>
  practiceRecord({ arms: 9, steps: [0, 10, 20, 30, 60, 90], value: loss, ...more });

describe('scaledLosses', () => {
  it('are means over tasks of loss / loss at the start', () => {
    const record = practiceRecord({
      arms: 2,
      tasks: 2,
      steps: [0, 5],
      value: ({ step, arm, seed, task, what }) =>
        (what === 'testLoss' ? 10 : 1) *
        (step === 0 ? ([4, 100][task] ?? 0) : ([4, 100][task] ?? 0) * (0.25 + 0.25 * arm + 0.125 * seed)),
    });
    expect(scaledLosses(record, { evaluation: -1, point: 0, arm: 1 }, 'validation')).toEqual([0.5, 0.625]);
    expect(scaledLosses(record, { evaluation: -1, point: 0, arm: 0 }, 'test')).toEqual([0.25, 0.375]);
    expect(scaledLosses(record, { evaluation: 9, point: 0, arm: 0 }, 'test')).toBeNull();
  });
});

describe('successiveHalving', () => {
  it('keeps a third at each rung and counts the steps that were trained', () => {
    const { rungs, search } = successiveHalving(grid(), { arms: ARMS, eta: 3, rungs: 3 });
    expect(rungs.map(({ step, evaluation, survivors }) => ({ step, evaluation, survivors }))).toEqual([
      { step: 10, evaluation: 1, survivors: [7, 8, 4] },
      { step: 30, evaluation: 3, survivors: [4] },
      { step: 90, evaluation: 5, survivors: [4] },
    ]);
    expect(rungs[0]?.arms).toEqual([7, 8, 4, 6, 5, 3, 2, 1, 0]);
    // 9 arms x 10 + 3 x 20 + 1 x 60, instead of 9 x 90.
    expect(search?.pooled).toMatchObject({ arm: 4, steps: 210 });
    expect(search?.gridSteps).toBe(810);
    expect(search?.regret).toMatchObject({ mean: 0, n: 2 });
  });

  it('pays for what looks better early', () => {
    const { search } = successiveHalving(grid(), { arms: ARMS, eta: 9, rungs: 2 });
    expect(search?.pooled).toMatchObject({ arm: 7, steps: 9 * 10 + 80 });
    // Scaled losses .3 against .1.
    expect(search?.regret.mean).toBeCloseTo(0.2, 6);
    expect(search?.testRegret.mean).toBeCloseTo(0.2, 6);
  });

  it('one rung is grid search', () => {
    const { search } = successiveHalving(grid(), { arms: ARMS, eta: 2, rungs: 1 });
    expect(search?.pooled).toMatchObject({ arm: 4, steps: 810 });
    expect(search?.regret.mean).toBe(0);
  });

  it('judges every seed by its own numbers, on validation only', () => {
    // Seed 1 sees the arms shifted by one; the test split says the opposite of validation.
    const record = grid({
      value: (place) => {
        const arm = place.seed === 1 ? (place.arm + 1) % 9 : place.arm;
        const value = loss({ ...place, arm });
        return place.what === 'testLoss' && place.step > 0 ? 2 - value : value;
      },
    });
    const { search } = successiveHalving(record, { arms: ARMS, eta: 9, rungs: 2 });
    expect(search?.perSeed.map(({ arm }) => arm)).toEqual([7, 6]);
    expect(search?.regret.mean).toBeCloseTo(0.2, 6);
    expect(search?.testRegret.mean).toBeCloseTo(-0.2, 6);
  });

  it('shows the rungs that a growing run has reached, and no choice before the end', () => {
    const growing = grid({ steps: [0, 10, 20, 30, 60], total: 90 });
    const { rungs, search } = successiveHalving(growing, { arms: ARMS, eta: 3, rungs: 3 });
    expect(rungs.map(({ step }) => step)).toEqual([10, 30]);
    expect(search).toBeNull();
  });

  it('takes the last evaluation up to a rung, and counts what that one cost', () => {
    const coarse = grid({ steps: [0, 9, 25, 50, 90] });
    const { rungs, search } = successiveHalving(coarse, { arms: ARMS, eta: 3, rungs: 3 });
    expect(rungs.map(({ step }) => step)).toEqual([9, 25, 90]);
    expect(search?.pooled.steps).toBe(9 * 9 + 3 * 16 + 65);
  });

  it('refuses what is no halving', () => {
    for (const options of [
      { arms: ARMS, eta: 1, rungs: 2 },
      { arms: [], eta: 2, rungs: 2 },
      { arms: ARMS, eta: 2, rungs: 0 },
      { arms: [99], eta: 2, rungs: 1 },
    ]) {
      expect(() => successiveHalving(grid(), options)).toThrow(RangeError);
    }
  });
});

describe('randomSearch', () => {
  it('tries so many different arms and keeps the best so far', () => {
    const search = randomSearch(grid(), { arms: ARMS, budget: 4, seed: 7 });
    const { tried, best, arm, steps } = search?.pooled ?? { tried: [], best: [], arm: -1, steps: 0 };
    expect(new Set(tried).size).toBe(4);
    expect(steps).toBe(360);
    const final = (index: number) => FINAL[index] ?? NaN;
    best.forEach((leader, trial) => {
      expect(final(leader)).toBe(Math.min(...tried.slice(0, trial + 1).map(final)));
    });
    expect(arm).toBe(best[3]);
    expect(search?.perSeed.some((outcome) => outcome.tried.join() !== tried.join())).toBe(true);
  });

  it('with the whole grid as budget has no regret', () => {
    const search = randomSearch(grid(), { arms: ARMS, budget: 9, seed: 1 });
    expect(search?.pooled.arm).toBe(4);
    expect(search?.regret.mean).toBe(0);
    expect(search?.perSeed.map(({ steps }) => steps)).toEqual([810, 810]);
  });

  it('draws every arm about equally often, as a function of its seed alone', () => {
    const counts = ARMS.map(() => 0);
    for (let seed = 0; seed < 300; seed++) {
      const options = { arms: ARMS, budget: 3, seed };
      const tried = randomSearch(grid({ seeds: 1 }), options)?.pooled.tried ?? [];
      tried.forEach((arm) => (counts[arm] = (counts[arm] ?? 0) + 1));
    }
    // 300 x 3 / 9 = 100 each; standard deviation about 8.
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(33);
    const once = randomSearch(grid(), { arms: ARMS, budget: 5, seed: 3 });
    expect(randomSearch(grid(), { arms: ARMS, budget: 5, seed: 3 })).toEqual(once);
    expect(() => randomSearch(grid(), { arms: ARMS, budget: 10, seed: 3 })).toThrow(RangeError);
  });

  it('has the regret that the law of the best of three says', () => {
    // Expected loss of the best of 3 of 9: sum over k of loss_k P(best = k), P = C(9 - k, 2) / C(9, 3).
    const record = practiceRecord({ arms: 9, seeds: 400, steps: [0, 90], value: (place) => loss(place) });
    const search = randomSearch(record, { arms: ARMS, budget: 3, seed: 11 });
    const sorted = FINAL.toSorted((a, b) => a - b);
    const expected = sorted.reduce((sum, value, k) => sum + (value * ((8 - k) * (7 - k))) / 2 / 84, 0) - 0.1;
    expect(Math.abs((search?.regret.mean ?? NaN) - expected)).toBeLessThan(search?.regret.halfWidth ?? 0);
  });
});
