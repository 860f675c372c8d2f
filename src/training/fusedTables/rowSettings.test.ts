import { describe, expect, it } from 'vitest';
import { PLAIN_POINT } from '../../spec/plain';
import { drawCohortData } from '../cohortData';
import { phasesAt } from '../phase';
import { arm, MIXED_TABLE, smallSpec, soft } from '../testing/smallSpec';
import { rowSettings, tiedLayers } from './rowSettings';

const LAYERS = 1;

describe('settings of the rows', () => {
  const spec = smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks: MIXED_TABLE }],
    arms: [
      {
        ...arm('hard', { kind: 'hard', sharedLayers: 1, groups: [[0, 2], [1]] }, 3),
        taskWeights: [1, 0.5, 2],
        timeline: [{ at: 5, do: 'rows', task: 0, rows: 4 }],
      },
      arm('soft', soft(0.5), 3),
    ],
    seeds: [1, 2],
  });
  const data = drawCohortData(spec);
  const at = (step: number) => rowSettings(data, LAYERS, phasesAt(spec, data.tasks, step, []));

  it('scales each loss by its kind, its weight and its rows', () => {
    // Ten rows; two numbers, three classes, one flag: 2/2, 1, 1/1.
    const scales = at(0).map((row) => row.scale);
    expect(scales.slice(0, 3)).toEqual([0.1, 0.05, 0.2]);
    expect(scales.slice(6, 9)).toEqual([0.1, 0.1, 0.1]);
  });

  it('counts the rows that a timeline leaves in use', () => {
    expect(at(5).map((row) => row.used)).toEqual([4, 10, 10, 4, 10, 10, ...Array.from({ length: 6 }, () => 10)]);
    expect(at(5)[0]?.scale).toBe(0.25);
  });

  it('counts the rows of a mini-batch', () => {
    const batched = { ...spec, training: { ...spec.training, batch: 5 } };
    const [first] = rowSettings(drawCohortData(batched), LAYERS, phasesAt(batched, 3, 0, []));
    expect(first).toMatchObject({ used: 5, scale: 0.2 });
  });

  it('names the mates of every task', () => {
    expect(
      at(0)
        .map((row) => row.mates)
        .slice(0, 3),
    ).toEqual([[0, 2], [1], [0, 2]]);
    expect(at(0)[7]?.mates).toEqual([0, 1, 2]);
    expect(tiedLayers(at(0), 3)).toEqual([1, 1, 0, 0]);
  });

  it('refuses schemes without rows', () => {
    const mixed = {
      ...spec,
      arms: [arm('adapters', { kind: 'adapters', trunkSteps: 1, units: 2, on: 'trunk' } as never, 3)],
    };
    expect(() => rowSettings(data, LAYERS, phasesAt(mixed, 3, 0, []))).toThrow(RangeError);
  });
});
