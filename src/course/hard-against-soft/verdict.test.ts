import { describe, expect, it } from 'vitest';
import { judgeClaim, type ShapeAt } from './verdict';

const at = (value: number, shape: ShapeAt['shape']): ShapeAt => ({ value, shape });

describe('judgeClaim', () => {
  const all = [at(90, 'share-none'), at(0, 'share-all'), at(60, 'share-some'), at(30, 'share-some')];

  it('holds when all three parts are seen in the order of the angles', () => {
    expect(judgeClaim(all, true)).toEqual({ outcome: 'holds', shareAllAt: 0, shareSomeAt: 30, shareNoneAt: 90 });
  });

  it('does not depend on the order of the slices', () => {
    expect(judgeClaim([...all].reverse(), true)).toEqual(judgeClaim(all, true));
  });

  it('waits for the end of the run', () => {
    expect(judgeClaim(all, false).outcome).toBe('measuring');
    expect(judgeClaim([], true).outcome).toBe('measuring');
  });

  it('holds in part when a part is missing or undecided', () => {
    const verdict = judgeClaim([at(0, 'share-all'), at(30, 'undecided'), at(90, 'share-none')], true);
    expect(verdict).toEqual({ outcome: 'holds-when', shareAllAt: 0, shareSomeAt: null, shareNoneAt: 90 });
  });

  it('does not hold when no part is seen, or when the parts stand in the wrong order', () => {
    expect(judgeClaim([at(0, 'undecided'), at(90, 'undecided')], true).outcome).toBe('does-not-hold');
    expect(judgeClaim([at(0, 'share-none'), at(30, 'share-some'), at(90, 'share-all')], true).outcome).toBe(
      'does-not-hold',
    );
  });
});
