import { describe, expect, it } from 'vitest';
import { balancedAccuracy, fitDiscriminant } from './linearDiscriminant';
import { matrix } from './linear';
import { createStream } from './random';

/** Gaussian rows around a centre. */
function cloud(centre: readonly number[], rows: number, seed: number) {
  const stream = createStream(seed, 'resampling');
  const width = centre.length;
  return matrix(
    rows,
    width,
    Float64Array.from({ length: rows * width }, (_, i) => stream.normal(i) + (centre[i % width] ?? 0)),
  );
}

describe('linear discriminant analysis', () => {
  it('reaches the accuracy of the best classifier, Phi(distance / 2), of two Gaussians', () => {
    const classes = [cloud([0, 0], 4000, 1), cloud([2, 0], 4000, 2)];
    const fresh = [cloud([0, 0], 4000, 3), cloud([2, 0], 4000, 4)];
    // Phi(1) = 0.8413, within three standard errors of 8000 rows.
    expect(Math.abs(balancedAccuracy(fitDiscriminant(classes), fresh) - 0.8413)).toBeLessThan(0.0125);
  });

  it('sees a class between two others, which regression on indicators overlooks', () => {
    const classes = [-6, 0, 6].map((at, c) => cloud([at, at], 300, 10 + c));
    expect(balancedAccuracy(fitDiscriminant(classes), classes)).toBeGreaterThan(0.99);
  });

  it('is at chance without differences, and counts every class alike', () => {
    const same = [cloud([0], 2000, 5), cloud([0], 2000, 6), cloud([0], 2000, 7)];
    const fresh = [cloud([0], 2000, 8), cloud([0], 20, 9), cloud([0], 200, 10)];
    expect(Math.abs(balancedAccuracy(fitDiscriminant(same), fresh) - 1 / 3)).toBeLessThan(0.06);
  });

  it('is at chance exactly when every feature is dead', () => {
    const dead = [matrix(5, 3), matrix(7, 3)];
    expect(balancedAccuracy(fitDiscriminant(dead), dead)).toBe(0.5);
  });

  it('is not disturbed by a feature that is there twice', () => {
    const twice = [0, 3].map((at, c) => {
      const one = cloud([at], 400, 20 + c);
      return matrix(
        400,
        2,
        Float64Array.from({ length: 800 }, (_, i) => one.data[Math.floor(i / 2)] ?? 0),
      );
    });
    // Phi(1.5) = 0.933
    expect(balancedAccuracy(fitDiscriminant(twice), twice)).toBeGreaterThan(0.9);
  });
});
