import { describe, expect, it } from 'vitest';
import { FUSED_ACTIVATIONS } from './activations';
import { numberAlgebra as m } from './testing/numberAlgebra';

describe.each(Object.entries(FUSED_ACTIVATIONS))('activation %s', (_name, { forward, backward }) => {
  it('goes back as its finite differences do', () => {
    // Far enough apart for 32 bits; no pair of points lies on both sides of zero.
    const step = 0.01;
    for (let z = -3.03; z < 3; z += 0.11) {
      const slope = (forward(m, Math.fround(z + step)) - forward(m, Math.fround(z - step))) / (2 * step);
      expect(backward(m, 1.7, forward(m, Math.fround(z)))).toBeCloseTo(1.7 * slope, 3);
    }
  });
});
