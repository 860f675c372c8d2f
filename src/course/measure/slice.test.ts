import { describe, expect, it } from 'vitest';
import { jointGain } from './jointGain';
import { lambdaAxis } from './lambdaAxis';
import { measureSlices } from './slice';
import { aloneArm, hardArm, regression, softArm, syntheticRecord, wiggle } from './syntheticRecord.fixture';

/** Errors by [angle][arm], arms as below; `noise` is seed-to-seed spread that differs between arms. */
const arms = [hardArm(2), softArm(0.1), aloneArm, softArm(0.01)];
const errors = [
  [0.33, 0.36, 0.53, 0.39],
  [0.55, 0.52, 0.54, 0.46],
  [1.95, 1.16, 0.54, 0.69],
];

function sweep(noise: number) {
  return syntheticRecord({
    values: [0, 30, 90],
    arms,
    seeds: 8,
    tasks: [regression('first'), regression('second')],
    score: ({ point, arm, seed, task }) =>
      (errors[point]?.[arm] ?? Number.NaN) + 0.1 * wiggle(seed) + noise * wiggle(seed * 7 + arm * 3 + task),
  });
}

describe('lambdaAxis', () => {
  it('orders the arms from loose to rigid, wherever they stand', () => {
    expect(lambdaAxis({ arms })).toEqual({ alone: 2, soft: [3, 1], hard: 0 });
  });

  it('takes the arm that ties most, and needs all three kinds', () => {
    expect(lambdaAxis({ arms: [aloneArm, hardArm(1), hardArm(2), softArm(1)] })?.hard).toBe(2);
    expect(lambdaAxis({ arms: [aloneArm, hardArm(1)] })).toBeNull();
  });
});

describe('jointGain', () => {
  it('is the paired gain of the mean over tasks', () => {
    const gain = jointGain(sweep(0), -1, { point: 1, arm: 3, against: 2, split: 'test' });
    const meanAlone = 0.54 + (0.1 * Array.from({ length: 8 }, (_, s) => wiggle(s)).reduce((a, b) => a + b)) / 8;
    expect(gain?.gain).toBeCloseTo(0.08 / meanAlone, 5);
    expect(gain?.wins).toBe(8);
  });

  it('refuses to average accuracy with error', () => {
    const mixed = syntheticRecord({
      values: [null],
      arms,
      seeds: 3,
      tasks: [regression('mass'), { name: 'sex', loss: 'sigmoid', outputs: 1, score: 'accuracy' }],
      score: () => 0.5,
    });
    expect(jointGain(mixed, -1, { point: 0, arm: 0, against: 2, split: 'test' })).toBeNull();
  });
});

describe('measureSlices', () => {
  it('finds share all, share some and share none', () => {
    const slices = measureSlices(sweep(0.005), -1);
    expect(slices.map((slice) => slice.shape)).toEqual(['share-all', 'share-some', 'share-none']);
    expect(slices.map((slice) => slice.value)).toEqual([0, 30, 90]);
    expect(slices.map((slice) => slice.softArm)).toEqual([1, 3, 3]);
  });

  it('is undecided where seeds scatter more than arms differ', () => {
    expect(measureSlices(sweep(4), -1).map((slice) => slice.shape)).toEqual(['undecided', 'undecided', 'undecided']);
  });

  it('chooses lambda on validation rows even where test rows would flatter another', () => {
    const record = syntheticRecord({
      values: [30],
      arms,
      seeds: 8,
      tasks: [regression('first')],
      score: ({ arm, seed }) => (errors[1]?.[arm] ?? 0) + 0.01 * wiggle(seed + arm),
      validation: ({ arm }) => (arm === 1 ? 0.1 : 0.5),
    });
    expect(measureSlices(record, -1)[0]?.softArm).toBe(1);
  });
});
