import { PLAIN_POINT } from '../../spec/plain';
import { describe, expect, it } from 'vitest';
import type { TransferGain, Verdict } from '../../record/transferGain';
import { laneCount } from '../../spec/experiment';
import { aloneArm, hardArm, regression, softArm, syntheticRecord } from '../measure/syntheticRecord.fixture';
import { comparePrediction } from './comparePrediction';
import { judgeSetting } from './judgeSetting';
import { settingSpec } from './settingSpec';

const range = [-0.5, 0.5] as const;

describe('comparePrediction', () => {
  it('is right when the drawn shape is the measured one', () => {
    expect(comparePrediction([0, 0.2, 0.3, 0], range, 'share-some')).toEqual({
      drawn: 'hump',
      measured: 'hump',
      outcome: 'right',
      drawnTop: 2,
    });
    expect(comparePrediction([0, 0.1, 0.2, 0.3], range, 'share-all').outcome).toBe('right');
    expect(comparePrediction([0, -0.1, -0.2, -0.3], range, 'share-none').outcome).toBe('right');
  });

  it('is wrong when it is another', () => {
    expect(comparePrediction([0, 0.1, 0.2, 0.3], range, 'share-some').outcome).toBe('wrong');
    expect(comparePrediction([0, 0, 0, 0], range, 'share-some').outcome).toBe('wrong');
  });

  it('leaves open what neither hand nor seeds decide', () => {
    expect(comparePrediction([0, 0.1, 0.2, 0.3], range, 'undecided').outcome).toBe('undecided');
    expect(comparePrediction([0, null, null, null], range, 'share-some')).toMatchObject({
      outcome: 'undecided',
      drawnTop: null,
    });
  });
});

describe('judgeSetting', () => {
  const gain = (verdict: Verdict): TransferGain => ({
    ...{ gain: 0, halfWidth: 0, wins: 0, n: 20, aloneMean: 1, mean: 1, unit: 'ratio' },
    verdict,
  });
  it.each([
    ['helps', 'helps', 'found'],
    ['helps', 'undecided', 'hardAsGood'],
    ['helps', 'hurts', 'hardAsGood'],
    ['undecided', 'helps', 'aloneAsGood'],
    ['undecided', 'undecided', 'unclear'],
    ['undecided', 'hurts', 'unclear'],
    ['hurts', 'helps', 'hurts'],
  ] as const)('over alone %s, over hard %s: %s', (alone, hard, outcome) => {
    expect(judgeSetting({ softOverAlone: gain(alone), softOverHard: gain(hard) })).toBe(outcome);
  });
});

describe('settingSpec', () => {
  const { spec } = syntheticRecord({
    values: [0, 30],
    arms: [aloneArm, softArm(0.1), softArm(1), hardArm(1), hardArm(2)],
    seeds: 3,
    tasks: [regression('first')],
    score: () => 1,
  });

  it('trains one angle with three arms on the preset of the figure', () => {
    const made = settingSpec(spec, { angle: 45, lambda: 0.02, seeds: 20 });
    expect(made.points).toMatchObject([
      { ...PLAIN_POINT, value: 45, tasks: { source: 'angle', angle: 45, samples: [60, 60] } },
    ]);
    expect(made.arms.map((arm) => arm.scheme)).toMatchObject([
      { kind: 'alone' },
      { kind: 'soft', lambda: 0.02, on: 'all' },
      { kind: 'hard', sharedLayers: 2, groups: null },
    ]);
    expect(laneCount(made)).toBe(60);
    expect(new Set(made.seeds).size).toBe(20);
  });

  it('refuses a preset that lacks a scheme', () => {
    expect(() => settingSpec({ ...spec, arms: [aloneArm] }, { angle: 45, lambda: 1, seeds: 2 })).toThrow(RangeError);
  });
});
