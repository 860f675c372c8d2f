import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normalQuantile';

describe('normalQuantile', () => {
  // Values of Wichura's paper (p = 0.25, 0.001, 1e-20) and of standard tables.
  it.each([
    [0.5, 0],
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.05, -1.6448536269514729],
  ])('p = %f', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(z) * 2));
  });

  it('is antisymmetric, monotone across the joints and defined at the ends', () => {
    expect(normalQuantile(2 ** -30)).toBe(-normalQuantile(1 - 2 ** -30));
    for (const joint of [0.075, 0.925, Math.exp(-25)]) {
      const below = normalQuantile(joint * (1 - 1e-9));
      const above = normalQuantile(joint * (1 + 1e-9));
      expect(above).toBeGreaterThan(below);
      expect(above - below).toBeLessThan(1e-7);
    }
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
    expect(() => normalQuantile(NaN)).toThrow(RangeError);
  });
});
