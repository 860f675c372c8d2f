import { describe, expect, it } from 'vitest';
import { cosDegrees } from '../numeric/elementary';
import { resolveTasks } from '../spec/resolveTasks';
import type { GroupsSource } from '../spec/sources/groups';
import { drawGroups } from './groups';
import { mean, meanProduct, variance } from './testing/moments';
import { cleanOf, taskOf } from './testing/suiteParts';

function sourceOf(written: object): GroupsSource {
  const source = resolveTasks({ source: 'groups', ...written });
  if (source.source !== 'groups') throw new Error('groups expected');
  return source;
}
const QUADRATIC = sourceOf({
  teacher: 'quadratic',
  dimension: 5,
  testSamples: 20_000,
  validationSamples: 1,
  samples: 1,
});

/** E[x y], which is the direction u of a quadratic teacher: E[x z] = u, and the even part is uncorrelated with x. */
function directionOf(source: GroupsSource, task: number): readonly number[] {
  const { test } = taskOf(drawGroups(source, 6), task);
  return Array.from({ length: source.dimension }, (_, j) =>
    meanProduct(
      cleanOf(test),
      Array.from({ length: test.rows }, (_, row) => test.inputs[row * source.dimension + j] ?? NaN),
    ),
  );
}
const cosine = (a: readonly number[], b: readonly number[]) =>
  meanProduct(a, b) / Math.sqrt(meanProduct(a, a) * meanProduct(b, b));

describe('quadratic groups', () => {
  const directions = [0, 1, 2, 3, 4, 5].map((task) => directionOf(QUADRATIC, task));

  it('has teachers with mean 0 and variance 3/2', () => {
    for (let task = 0; task < 6; task++) {
      const clean = cleanOf(taskOf(drawGroups(QUADRATIC, 6), task).test);
      expect(Math.abs(mean(clean))).toBeLessThan(0.04);
      expect(Math.abs(variance(clean) - 1.5)).toBeLessThan(0.1);
    }
  });

  it('has directions of length 1', () => {
    for (const direction of directions) expect(Math.sqrt(5 * meanProduct(direction, direction))).toBeCloseTo(1, 1);
  });

  it('stays near its axis within a group, and at the angle of the axes between groups', () => {
    const group = (from: number) => directions.slice(from, from + 3);
    for (const tasks of [group(0), group(3)]) {
      // At 30 degrees from one axis, two directions are at most 60 degrees apart.
      expect(cosine(tasks[0] ?? [], tasks[1] ?? [])).toBeGreaterThan(cosDegrees(60) - 0.05);
    }
    // Directions leave their axis at right angles to both axes: only what is along the axes could be common.
    const narrow = { ...QUADRATIC, within: 0, angle: 50 };
    expect(cosine(directionOf(narrow, 0), directionOf(narrow, 1))).toBeCloseTo(1, 3);
    expect(cosine(directionOf(narrow, 0), directionOf(narrow, 3))).toBeCloseTo(cosDegrees(50), 1);
  });

  it('is paired over the angle between the groups: the first group stays', () => {
    const few = { ...QUADRATIC, testSamples: 50 };
    const [near, far] = [drawGroups({ ...few, angle: 20 }, 6), drawGroups(few, 6)];
    expect(near.tasks.slice(0, 3)).toEqual(far.tasks.slice(0, 3));
    expect(taskOf(near, 3).test.inputs).toEqual(taskOf(far, 3).test.inputs);
    expect(taskOf(near, 3).test.clean).not.toEqual(taskOf(far, 3).test.clean);
  });
});

describe('relu groups', () => {
  it('puts the tasks of a group on the same hidden units: with one unit, their targets are multiples', () => {
    // Each task has rows of its own, so compare E[x y], which is a multiple of the group's one column.
    const source = sourceOf({ features: 1, samples: 1, testSamples: 6_000 });
    const slopes = [0, 2, 3, 4].map((task) => directionOf(source, task));
    const along = (a: number, b: number) => Math.abs(cosine(slopes[a] ?? [], slopes[b] ?? []));
    expect(along(0, 1)).toBeGreaterThan(0.98);
    expect(along(2, 3)).toBeGreaterThan(0.98);
    expect(along(0, 2)).toBeLessThan(0.9);
  });
});
