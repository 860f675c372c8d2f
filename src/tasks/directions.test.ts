import { describe, expect, it } from 'vitest';
import { createStream } from '../numeric/random';
import { dot, drawPerpendicular, drawVector, turn } from './directions';

const SEEDS = [0, 1, 77, 2 ** 32 - 1];

describe('drawPerpendicular', () => {
  it.each(SEEDS)('seed %i: orthogonal and equally long', (seed) => {
    for (const length of [2, 3, 4, 50]) {
      const a = drawVector(createStream(seed, 'angle.teacher'), length);
      const b = drawPerpendicular(createStream(seed, 'angle.perpendicular'), a);
      expect(Math.abs(dot(a, b)) / dot(a, a)).toBeLessThan(1e-15);
      expect(dot(b, b) / dot(a, a)).toBeCloseTo(1, 14);
    }
  });
});

describe('turn', () => {
  it.each([0, 15, 30, 60, 90, 120, 180])('%i degrees: keeps the length and stands at the angle', (angle) => {
    const a = drawVector(createStream(5, 'angle.teacher'), 4);
    const turned = turn(a, angle, () => drawPerpendicular(createStream(5, 'angle.perpendicular'), a));
    expect(dot(turned, turned) / dot(a, a)).toBeCloseTo(1, 14);
    expect(dot(turned, a) / dot(a, a)).toBeCloseTo(Math.cos((angle * Math.PI) / 180), 14);
  });

  it('never asks for a perpendicular at 0 and 180 degrees', () => {
    const never = (): Float64Array => {
      throw new Error('asked');
    };
    expect([...turn(Float64Array.of(2), 0, never)]).toEqual([2]);
    expect([...turn(Float64Array.of(2), 180, never)]).toEqual([-2]);
    expect(() => turn(Float64Array.of(2), 90, never)).toThrow(RangeError);
  });
});
