import { describe, expect, it } from 'vitest';
import { brief, compare, isReached, spread } from './finding';

const sides = { over: { name: 'ours', values: [12, 12] }, under: { name: 'theirs', values: [2, 2] } };
const facts = { id: 'a', what: 'a', unit: 'steps/s', ...sides };

describe('findings', () => {
  it('a goal is reached by the ratio of medians, equality included', () => {
    expect(isReached(compare({ ...facts, goal: 6 }))).toBe(true);
    expect(isReached(compare({ ...facts, goal: 6.01 }))).toBe(false);
    expect(isReached(compare({ ...facts, goal: null }))).toBeNull();
  });

  it('numbers are brief and never in powers of ten', () => {
    expect([0.51234, 6.0049, 99.96, 50612.3, 1_234_567].map(brief)).toEqual([
      '0.512',
      '6',
      '100',
      '50,600',
      '1,230,000',
    ]);
    expect(brief(NaN)).toBe('–');
    expect(spread([1, 2, 3, 4, 5])).toBe('3 (2 – 4)');
    expect(spread([7])).toBe('7');
  });
});
