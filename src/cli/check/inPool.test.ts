import { describe, expect, it } from 'vitest';
import { inPool } from './inPool';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('inPool', () => {
  it('begins in order, never more than so many at once, and gives the results in order', async () => {
    const began: number[] = [];
    const busy = { now: 0, most: 0 };
    const results = await inPool([30, 1, 2, 20, 3], 2, async (wait) => {
      began.push(wait);
      busy.now += 1;
      busy.most = Math.max(busy.most, busy.now);
      await pause(wait);
      busy.now -= 1;
      return wait * 2;
    });
    expect(results).toEqual([60, 2, 4, 40, 6]);
    expect(began).toEqual([30, 1, 2, 20, 3]);
    expect(busy.most).toBe(2);
  });

  it('with room for all begins all; with nothing to do is done', async () => {
    expect(await inPool([], 4, () => Promise.resolve(1))).toEqual([]);
    expect(await inPool([1, 2], 9, (item) => Promise.resolve(item))).toEqual([1, 2]);
  });

  it('rejects with the first that does', async () => {
    await expect(inPool([1, 2], 1, (item) => Promise.reject(new Error(`no ${item}`)))).rejects.toThrow('no 1');
  });
});
