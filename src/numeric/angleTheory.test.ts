import { describe, expect, it } from 'vitest';
import { covarianceMismatch, riskAlone, riskFullySharing, thresholdAngle } from './angleTheory';

const PRESET = { samples: 30, dimension: 10, noise: 0.5 };

describe('risk of least squares at an angle', () => {
  it('has the derived values for 30 rows, 10 inputs, noise .5', () => {
    expect(riskAlone(PRESET)).toBeCloseTo(2.5 / 19, 14);
    expect(covarianceMismatch(PRESET)).toBeCloseTo(0.216, 4);
    expect(riskFullySharing(PRESET, 0)).toBeCloseTo(2.5 / 49, 14);
    expect(riskFullySharing(PRESET, 45)).toBeCloseTo(0.2291, 4);
    expect(riskFullySharing(PRESET, 180)).toBeCloseTo(1.267, 3);
    expect(riskFullySharing({ ...PRESET, samples: 15 }, 120)).toBeCloseTo(1.2845, 4);
  });

  it('knows a case that can be worked out by hand: one input, two rows, opposite teachers, no noise', () => {
    // One input: w_hat = (s_1 - s_2) / (s_1 + s_2), s_t ~ chi-square(n); E (1 - w_hat)^2 = 1 + E w_hat^2 = 1 + 1 / (n + 1) at n = 2.
    // s_1 / (s_1 + s_2) is Beta(n/2, n/2) with variance 1 / (4 (n + 1)), so kappa = 1 / (n + 1).
    for (const samples of [2, 3, 10]) {
      expect(covarianceMismatch({ samples, dimension: 1 })).toBeCloseTo(1 / (samples + 1), 12);
      expect(riskFullySharing({ samples, dimension: 1, noise: 0 }, 180)).toBeCloseTo(1 + 1 / (samples + 1), 12);
    }
  });

  it('has no finite mean with too few rows', () => {
    expect(riskAlone({ ...PRESET, samples: 11 })).toBe(Infinity);
    expect(riskFullySharing({ ...PRESET, samples: 5 }, 10)).toBe(Infinity);
    expect(covarianceMismatch({ samples: 5, dimension: 10 })).toBe(Infinity);
  });
});

describe('thresholdAngle', () => {
  it.each([
    [PRESET, 29.8],
    [{ ...PRESET, samples: 15 }, 69.0],
    [{ ...PRESET, samples: 20 }, 44.1],
    [{ ...PRESET, samples: 40 }, 24.0],
    [{ ...PRESET, samples: 100 }, 13.6],
    [{ ...PRESET, noise: 1 }, 62.0],
    [{ ...PRESET, dimension: 20 }, 64.05],
  ])('%j -> %f degrees', (setting, degrees) => {
    expect(thresholdAngle(setting)).toBeCloseTo(degrees, 1);
  });

  it('is where both risks are equal', () => {
    const risk = riskFullySharing(PRESET, thresholdAngle(PRESET));
    expect(risk).toBeCloseTo(riskAlone(PRESET), 14);
  });

  it('is 180 where sharing always wins and 0 where there is nothing to gain', () => {
    expect(thresholdAngle({ ...PRESET, samples: 15, noise: 1 })).toBe(180);
    expect(thresholdAngle({ ...PRESET, samples: 11 })).toBe(180);
    expect(thresholdAngle({ ...PRESET, noise: 0 })).toBeCloseTo(0, 12);
  });
});
