/** A network's numbers follow from its own data and settings, whoever trains beside it. */
import { describe, expect, it } from 'vitest';
import { BALANCING_KINDS } from '../../spec/balancing';
import { laneIndex, type ExperimentSpec, type TaskSource } from '../../spec/experiment';
import { PLAIN_POINT } from '../../spec/plain';
import { digestOf } from '../testing/digestRun';
import { ALL_ARMS, balanced, endOf, HARD, PLAIN_ARMS, specOf, TASKS } from '../testing/fusedRuns';
import { rowTable } from '../testing/rowSpecs';
import { arm } from '../testing/smallSpec';

/** theta of one network. */
function laneOf(spec: ExperimentSpec, theta: Float32Array, lane: number): Float32Array {
  const size = theta.length / (spec.points.length * spec.arms.length * spec.seeds.length);
  return theta.slice(lane * size, (lane + 1) * size);
}

describe('a network', () => {
  it.each([4, null])('does not depend on its company, batch %s', async (batch) => {
    const others = BALANCING_KINDS.flatMap((kind) => (kind === 'static' ? [] : [balanced(kind)]));
    const arms = [...PLAIN_ARMS, ...others];
    // The arms with companions bring their arrays along; nobody else may notice.
    const spec = specOf(arms, { seeds: [3, 8] }, batch);
    const theta = await endOf(spec);
    for (const [index, one] of arms.entries()) {
      const alone = await endOf({ ...spec, arms: [one], seeds: [8] });
      const lane = laneIndex(spec, { point: 0, arm: index, seed: 1 });
      expect(digestOf([alone]), one.id).toBe(digestOf([laneOf(spec, theta, lane)]));
    }
  });

  it('does not depend on the other points, whose tasks see other inputs', async () => {
    const shape = { inputs: 2, trunk: [], head: [], outputs: 1 };
    const losses = ['mse', 'mse', 'mse'] as const;
    const held = { validationSamples: 3, testSamples: 3 };
    const sources: readonly TaskSource[] = [
      rowTable(shape, losses, 'common'),
      rowTable(shape, losses, 'own'),
      // Drawn without end: the same inputs for all tasks.
      { source: 'scales', dimension: 2, outputs: 1, scales: [1, 2, 1], samples: 6, ...held },
    ];
    const points = sources.map((tasks) => ({ ...PLAIN_POINT, value: null, tasks }));
    for (const batch of [null, 4]) {
      const spec = specOf([arm('hard', HARD, TASKS)], { points }, batch);
      const theta = await endOf(spec);
      for (const [index, point] of points.entries()) {
        const alone = await endOf({ ...spec, points: [point] });
        expect(digestOf([alone]), `point ${index}, batch ${batch}`).toBe(digestOf([laneOf(spec, theta, index)]));
      }
    }
  });

  it('that shares softly with lambda 0 is alone', async () => {
    const spec = specOf(ALL_ARMS);
    const theta = await endOf(spec);
    expect(laneOf(spec, theta, 1)).toEqual(laneOf(spec, theta, 0));
    expect(laneOf(spec, theta, 4)).not.toEqual(laneOf(spec, theta, 0));
  });

  it('keeps tied columns equal, and outputs that a task does not have at zero', async () => {
    const spec = specOf(ALL_ARMS);
    const theta = await endOf(spec);
    const columns = theta.length / (ALL_ARMS.length * TASKS);
    const tied = 2 * 5 + 5 + 5 * 4 + 4;
    const rows = (lane: number): readonly Float32Array[] =>
      [0, 1, 2].map((task) => laneOf(spec, theta, lane).slice(task * columns, (task + 1) * columns));
    for (const [lane, { scheme }] of ALL_ARMS.entries()) {
      const [first, ...others] = rows(lane);
      if (!first || scheme.kind !== 'hard' || scheme.groups) continue;
      for (const other of others) {
        expect(other.slice(0, tied)).toEqual(first.slice(0, tied));
        expect(other.slice(tied)).not.toEqual(first.slice(tied));
      }
    }
    const narrow = rows(0)[2]?.slice(tied) ?? [];
    // One output of three: the other two columns of the last layer.
    narrow.forEach((weight, i) => expect(weight === 0).toBe(i % 3 !== 0 || weight === 0));
    expect(narrow.some((weight) => weight !== 0)).toBe(true);
  });
});
