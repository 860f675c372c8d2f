import { describe, expect, it } from 'vitest';
import { checkPredicate } from './checkPredicate';
import { sampleSpec, scoredRecord } from './sampleRun.fixture';

const seeds = [1, 2, 3, 4];
/** Errors of task "mass": alone 0.5, hard 0.3, soft 0.5 up to alternating noise. */
const error = (arm: number, seed: number) => [0.5, 0.3, 0.5][arm] ?? Number.NaN + seed;
const jitter = (arm: number, seed: number) => error(arm, seed) + (seed % 2 === 0 ? 1 : -1) * 0.01 * arm;
const record = scoredRecord(sampleSpec(seeds), jitter);
const place = { task: 'mass' } as const;

describe('checkPredicate', () => {
  it.each([
    ['hard', 'positive', 'shown'],
    ['hard', 'negative', 'not-shown'],
    ['hard', 'none', 'not-shown'],
    ['soft-0.1', 'positive', 'undecided'],
    ['soft-0.1', 'none', 'shown'],
  ] as const)('gain of %s claimed %s is %s', (arm, sign, shown) => {
    expect(checkPredicate(record, { kind: 'gain', arm, sign, ...place }).shown).toBe(shown);
  });

  it('reports the measured effect with its interval', () => {
    const { effects } = checkPredicate(record, { kind: 'gain', arm: 'hard', sign: 'positive', ...place });
    expect(effects).toHaveLength(1);
    expect(effects[0]).toMatchObject({ point: 0, arms: ['hard'], quantity: 'gain', n: 4 });
    expect(effects[0]?.value).toBeCloseTo(0.4, 5);
    // Paired differences 0.2 -+ 0.01: s = 0.01 * sqrt(4/3), t_.975,3 = 3.182446, over the mean 0.5 alone.
    expect(effects[0]?.halfWidth).toBeCloseTo((3.182446 * 0.01 * Math.sqrt(4 / 3)) / 2 / 0.5, 4);
  });

  it('orders schemes from best to worst', () => {
    const order = (arms: string[]) => checkPredicate(record, { kind: 'order', arms, ...place }).shown;
    expect(order(['hard', 'alone'])).toBe('shown');
    expect(order(['alone', 'hard'])).toBe('not-shown');
    expect(order(['hard', 'alone', 'soft-0.1'])).toBe('undecided');
  });

  it('reverses the order for accuracies', () => {
    const order = (arms: string[]) => checkPredicate(record, { kind: 'order', arms, task: 'species' }).shown;
    expect(order(['alone', 'hard'])).toBe('shown');
  });

  it('compares means and ranges', () => {
    const arms = ['soft-0.1', 'alone'];
    expect(checkPredicate(record, { kind: 'close', arms, within: 0.001, ...place }).shown).toBe('shown');
    expect(checkPredicate(record, { kind: 'close', arms: ['hard', 'alone'], within: 0.3, ...place }).shown).toBe(
      'not-shown',
    );
    expect(checkPredicate(record, { kind: 'score', arm: 'hard', max: 0.31, ...place }).shown).toBe('shown');
    expect(checkPredicate(record, { kind: 'score', arm: 'hard', min: 0.31, ...place }).shown).toBe('not-shown');
  });

  it('needs every point unless one is named', () => {
    const spec = sampleSpec([1, 2]);
    const [point] = spec.points;
    if (point === undefined) throw new Error('the sample has a point');
    const swept = {
      ...spec,
      points: [
        { ...point, value: 0 },
        { ...point, value: 90 },
      ],
    };
    const helpsAtZeroOnly = scoredRecord(swept, (arm) => error(arm, 0));
    const [evaluation] = helpsAtZeroOnly.evaluations;
    if (evaluation === undefined) throw new Error('the sample has an evaluation');
    // Second half of the array is the second point: there hard equals alone.
    const testScore = evaluation.testScore.map((value, index) =>
      index < evaluation.testScore.length / 2 ? value : 0.5,
    );
    const two = { ...helpsAtZeroOnly, evaluations: [{ ...evaluation, testScore }] };
    const check = { kind: 'gain', arm: 'hard', sign: 'positive', ...place } as const;
    expect(checkPredicate(two, { ...check, point: 0 }).shown).toBe('shown');
    expect(checkPredicate(two, { ...check, point: 90 }).shown).toBe('undecided');
    expect(checkPredicate(two, check).effects).toHaveLength(2);
    expect(checkPredicate(two, check).shown).toBe('undecided');
    expect(checkPredicate(two, { ...check, point: 45 })).toEqual({ shown: 'undecided', effects: [] });
  });

  it('decides nothing from one seed, nor about what the run does not have', () => {
    const single = scoredRecord(sampleSpec([1]), error);
    for (const sign of ['positive', 'none'] as const) {
      expect(checkPredicate(single, { kind: 'gain', arm: 'hard', sign, ...place }).shown).toBe('undecided');
    }
    expect(checkPredicate(record, { kind: 'gain', arm: 'x', sign: 'none', ...place }).shown).toBe('undecided');
    expect(checkPredicate(record, { kind: 'gain', arm: 'hard', sign: 'none', task: 'x' }).shown).toBe('undecided');
  });
});
