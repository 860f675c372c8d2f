import { describe, expect, it } from 'vitest';
import { thinRows } from './thinRows';

describe('thinRows', () => {
  it('keeps short tables whole', () => {
    expect(thinRows(3, 60)).toEqual([0, 1, 2]);
    expect(thinRows(0, 60)).toEqual([]);
  });
  it('thins long ones evenly and keeps both ends', () => {
    const kept = thinRows(501, 6);
    expect(kept).toEqual([0, 100, 200, 300, 400, 500]);
    expect(new Set(thinRows(61, 60)).size).toBe(60);
  });
});
