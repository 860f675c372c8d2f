import { describe, expect, it } from 'vitest';
import { shardCount } from './shardCount';

describe('shardCount', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [64, 4],
    [2.5, 2],
    [0, 1],
    [NaN, 1],
    [undefined, 1],
  ])('%s cores: %i', (cores, count) => expect(shardCount(cores)).toBe(count));
});
