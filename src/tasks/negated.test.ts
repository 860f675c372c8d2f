import { describe, expect, it } from 'vitest';
import type { NegatedSource } from '../spec/sources/negated';
import { drawNegated } from './negated';
import { difference } from './testing/moments';
import { cleanOf, taskOf } from './testing/suiteParts';

const NEGATED: NegatedSource = {
  source: 'negated',
  sign: -1,
  dimension: 20,
  features: 4,
  samples: [60, 40],
  noise: 0.2,
  validationSamples: 20,
  testSamples: 30,
};
const TWIN: NegatedSource = { ...NEGATED, sign: 1 };

describe('negated source', () => {
  it.each(['train', 'validation', 'test'] as const)('turns the second teacher around, and nothing else: %s', (part) => {
    const [twin, negated] = [drawNegated(TWIN, 3), drawNegated(NEGATED, 3)];
    expect(taskOf(negated, 0)).toEqual(taskOf(twin, 0));
    const [same, opposite] = [taskOf(twin, 1)[part], taskOf(negated, 1)[part]];
    expect(opposite.inputs).toEqual(same.inputs);
    cleanOf(opposite).forEach((value, i) => expect(value + (cleanOf(same)[i] ?? NaN)).toBe(0));
    difference(opposite.targets, cleanOf(opposite)).forEach((noise, i) => {
      expect(noise).toBeCloseTo(difference(same.targets, cleanOf(same))[i] ?? NaN, 5);
    });
  });

  it('draws each task its own rows', () => {
    const { tasks } = drawNegated(NEGATED, 3);
    expect(tasks[0]?.test.inputs).not.toEqual(tasks[1]?.test.inputs);
  });

  it('does with one hidden unit, for 0 and 180 degrees need no second direction', () => {
    expect(drawNegated({ ...NEGATED, features: 1 }, 3).tasks).toHaveLength(2);
  });
});
