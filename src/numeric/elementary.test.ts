import { describe, expect, it } from 'vitest';
import { cosDegrees, exp, log, sinDegrees } from './elementary';
import { createStream } from './random';

/** Distance in units in the last place of `expected`. */
function ulps(actual: number, expected: number): number {
  if (Object.is(actual, expected)) return 0;
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(expected))));
  return Math.abs(actual - expected) / 2 ** (exponent - 52);
}
const uniform = createStream(1, 'resampling');
function between(i: number, low: number, high: number): number {
  return low + (high - low) * uniform.uniform(i);
}

describe('exp', () => {
  it('agrees with the built-in function within 1 ulp over the whole range', () => {
    let worst = 0;
    for (let i = 0; i < 20_000; i++) {
      const wide = between(i, -745, 709.7);
      const near = between(i, -2, 2);
      worst = Math.max(worst, ulps(exp(wide), Math.exp(wide)), ulps(exp(near), Math.exp(near)));
    }
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('knows its special values', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(ulps(exp(1), Math.E)).toBeLessThanOrEqual(1);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
    expect(exp(710)).toBe(Infinity);
    expect(exp(-746)).toBe(0);
    expect(exp(-745.1)).toBe(5e-324);
  });
});

describe('log', () => {
  it('agrees with the built-in function within 1 ulp over the whole range', () => {
    let worst = 0;
    for (let i = 0; i < 20_000; i++) {
      const wide = Math.exp(between(i, -744, 709));
      const near = between(i, 0.5, 2);
      worst = Math.max(worst, ulps(log(wide), Math.log(wide)), ulps(log(near), Math.log(near)));
    }
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('knows its special values', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(Infinity)).toBe(Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(2)).toBe(Math.LN2);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10);
    expect(log(Number.MAX_VALUE)).toBeCloseTo(709.782712893384, 10);
  });
});

describe('sinDegrees, cosDegrees', () => {
  it('agree with the built-in functions of the reduced angle', () => {
    let worst = 0;
    let worstUlps = 0;
    for (let i = 0; i < 20_000; i++) {
      const degrees = between(i, -720, 720);
      const radians = (degrees * Math.PI) / 180;
      worst = Math.max(worst, Math.abs(sinDegrees(degrees) - Math.sin(radians)));
      worst = Math.max(worst, Math.abs(cosDegrees(degrees) - Math.cos(radians)));
      const small = between(i, 0, 45);
      worstUlps = Math.max(worstUlps, ulps(sinDegrees(small), Math.sin((small * Math.PI) / 180)));
      worstUlps = Math.max(worstUlps, ulps(cosDegrees(small), Math.cos((small * Math.PI) / 180)));
    }
    // The built-in functions see radians that are rounded already: 720 degrees are good to 2e-15.
    expect(worst).toBeLessThan(3e-15);
    expect(worstUlps).toBeLessThanOrEqual(2);
  });

  it('are exact where the value is representable', () => {
    const sines: readonly (readonly [number, number])[] = [
      [0, 0],
      [30, 0.5],
      [90, 1],
      [150, 0.5],
      [180, 0],
      [210, -0.5],
      [270, -1],
      [330, -0.5],
      [360, 0],
      [-30, -0.5],
      [-90, -1],
      [-180, 0],
    ];
    for (const [degrees, expected] of sines) {
      expect(sinDegrees(degrees)).toBe(expected);
      expect(cosDegrees(degrees - 90)).toBe(expected);
    }
    expect(sinDegrees(45)).toBe(Math.SQRT1_2);
    expect(cosDegrees(135)).toBe(-Math.SQRT1_2);
    expect(cosDegrees(30)).toBe(Math.sqrt(3) / 2);
    expect(sinDegrees(NaN)).toBeNaN();
    expect(cosDegrees(Infinity)).toBeNaN();
  });
});
