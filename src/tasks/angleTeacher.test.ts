import { describe, expect, it } from 'vitest';
import type { AngleSource } from '../spec/experiment';
import { createTeacher } from './angleTeacher';

const SOURCE: AngleSource = {
  source: 'angle',
  teacher: 'relu',
  dimension: 6,
  features: 3,
  angle: 0,
  samples: [1, 1],
  noise: 0,
  validationSamples: 1,
  testSamples: 1,
};

/** f(x) - f(-x) = sum_k a_k b_k.x: for one feature its gradient is a_1 b_1, as long as |a_1|. */
function oddPart(angle: number, seed: number, features: number): number[] {
  const teacher = createTeacher({ ...SOURCE, features }, seed, angle);
  return Array.from({ length: SOURCE.dimension }, (_, axis) => {
    const e = Array.from({ length: SOURCE.dimension }, (_unused, i) => (i === axis ? 1 : 0));
    return teacher(e) - teacher(e.map((value) => -value));
  });
}

describe('createTeacher', () => {
  it('has unit columns: |a_1 b_1| is the outer weight itself', () => {
    const one = oddPart(0, 4, 1);
    const direction = Math.hypot(...one);
    const teacher = createTeacher({ ...SOURCE, features: 1 }, 4, 0);
    // Along its own column a unit step gives a_1 relu(1).
    const along = teacher(one.map((value) => value / direction));
    const against = teacher(one.map((value) => -value / direction));
    expect(Math.max(Math.abs(along), Math.abs(against))).toBeCloseTo(direction, 12);
    expect(Math.min(Math.abs(along), Math.abs(against))).toBe(0);
  });

  it('is positively homogeneous', () => {
    const teacher = createTeacher(SOURCE, 9, 40);
    const x = [0.3, -1, 2, 0.1, -0.7, 0.4];
    expect(teacher(x.map((value) => 3 * value))).toBeCloseTo(3 * teacher(x), 12);
  });
});
