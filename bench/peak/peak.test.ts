import { describe, expect, it } from 'vitest';
import { createRegisterLoop, FACTOR, TERM } from './registerLoop';
import { stepOperations } from './stepOperations';

describe('share of peak', () => {
  it('runs a loop that really multiplies and adds: every place ends at its fixed point', async () => {
    const run = await createRegisterLoop();
    const places = run();
    expect(places).toHaveLength(48);
    expect(new Set(places)).toEqual(new Set([TERM / (1 - FACTOR)]));
  });

  it('counts the operations of a step', () => {
    // One weight: forward 2, its gradient 2, no gradient of the inputs.
    expect(stepOperations([1, 1], 1)).toBe(4);
    // Two layers of one: forward 4, weights 4, inputs of the second 2.
    expect(stepOperations([1, 1, 1], 1)).toBe(10);
    // 8-32-32-2: forward 2,688, weights 2,688, inputs 2,176 per row.
    expect(stepOperations([8, 32, 32, 2], 64)).toBe(64 * (2688 + 2688 + 2176));
  });
});
