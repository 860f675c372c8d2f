import { describe, expect, it } from 'vitest';
import { drawnShape } from './curveShape';

describe('drawnShape', () => {
  it.each([
    [[0, 0.1, 0.2, 0.4], 'rises'],
    [[0, 0.2, 0.3, 0.05], 'hump'],
    [[0, -0.1, -0.4, -0.5], 'falls'],
    [[0, 0.02, -0.01, 0.03], 'flat'],
    [[0, 0.3, 0.31, 0.3], 'rises'],
    [[0, 0.3, null, 0.1, -0.5], 'hump'],
  ] as const)('%j is %s', (curve, shape) => {
    expect(drawnShape(curve, 1)).toBe(shape);
  });

  it('says nothing of fewer than three places', () => {
    expect(drawnShape([0, null, null, 0.4], 1)).toBeNull();
    expect(drawnShape([], 1)).toBeNull();
  });

  it('scales with the drawing area', () => {
    expect(drawnShape([0, 0.04, 0], 1)).toBe('flat');
    expect(drawnShape([0, 0.04, 0], 0.1)).toBe('hump');
  });
});
