import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveBalancing } from '../../spec/balancingFields';
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import { PLAIN_POINT } from '../../spec/plain';
import { blockPlaces } from '../mergeEvaluations';
import { ALONE, landscapeSpec } from '../landscape/landscapeSpec.fixture';
import { arm, LINEAR_PAIR, smallSpec } from '../testing/smallSpec';
import { splitExperiment } from './splitExperiment';

const sized = (points: number, arms: number, seeds: number): ExperimentSpec =>
  smallSpec({
    points: Array.from({ length: points }, (_, value) => ({ ...PLAIN_POINT, value, tasks: LINEAR_PAIR })),
    arms: Array.from({ length: arms }, (_, index) => arm(`arm-${index}`, { kind: 'alone' })),
    seeds: Array.from({ length: seeds }, (_, index) => 100 - index),
  });
const count = fc.integer({ min: 1, max: 9 });
const lengths = (spec: ExperimentSpec, parts: number): string =>
  splitExperiment(spec, parts)
    .map(({ points, arms, seeds }) => `${points.length}x${arms.length}x${seeds.length}`)
    .join(' ');

describe('splitExperiment', () => {
  it('covers every lane once, in order, in at most n parts whose lengths differ by one at most', () => {
    fc.assert(
      fc.property(count, count, count, count, (points, arms, seeds, most) => {
        const spec = sized(points, arms, seeds);
        const parts = splitExperiment(spec, most);
        expect(parts.length).toBeLessThanOrEqual(most);
        const lanes = parts.flatMap((part) => blockPlaces(spec, part, true));
        expect([...lanes].sort((a, b) => a - b)).toEqual(Array.from({ length: points * arms * seeds }, (_, i) => i));
        for (const part of parts) {
          const places = blockPlaces(spec, part, true);
          expect(places).toEqual([...places].sort((a, b) => a - b));
          expect(part.spec.points).toEqual(part.points.map((point) => spec.points[point]));
          expect(part.spec.arms).toEqual(part.arms.map((index) => spec.arms[index]));
          expect(part.spec.seeds).toEqual(part.seeds.map((seed) => spec.seeds[seed]));
        }
        const axis = (['seeds', 'points', 'arms'] as const).filter(
          (name) => new Set(parts.map((p) => p[name].length)).size > 1,
        );
        expect(axis.length).toBeLessThanOrEqual(1);
        for (const name of axis) {
          const runs = parts.map((part) => part[name].length);
          expect(Math.max(...runs) - Math.min(...runs)).toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes the axis whose slowest part is fastest; of equals seeds, then points, then arms', () => {
    expect(lengths(sized(4, 4, 4), 4)).toBe('4x4x1 4x4x1 4x4x1 4x4x1');
    expect(lengths(sized(8, 3, 5), 4)).toBe('2x3x5 2x3x5 2x3x5 2x3x5');
    expect(lengths(sized(1, 4, 3), 4)).toBe('1x1x3 1x1x3 1x1x3 1x1x3');
    expect(lengths(sized(2, 2, 1), 4)).toBe('1x2x1 1x2x1');
    expect(lengths(sized(1, 1, 5), 2)).toBe('1x1x3 1x1x2');
  });

  it('weighs parts by their networks: wide ones, and ones that mix activations', () => {
    const spec = sized(4, 1, 3);
    const widths = [2, 2, 2, 40];
    const wide = { ...spec, points: spec.points.map((point, index) => ({ ...point, width: widths[index] ?? null })) };
    const model = { ...spec.model, trunk: [{ units: 4, activation: 'relu' }] } as const;
    expect(lengths({ ...spec, model }, 4)).toBe('1x1x3 1x1x3 1x1x3 1x1x3');
    expect(lengths({ ...wide, model }, 4)).toBe('4x1x1 4x1x1 4x1x1');
    const stitched = arm('stitched', { kind: 'cross-stitch', same: 0.9, rateFactor: 1 });
    const mixed = { ...sized(1, 1, 3), model, arms: [arm('alone', { kind: 'alone' }), stitched] };
    expect(lengths(mixed, 2)).toBe('1x2x2 1x2x1');
  });

  it('deals a sweep out', () => {
    expect(splitExperiment(sized(5, 1, 1), 2).map(({ points }) => points)).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
  });

  it('leaves one lane, the landscape and a pool of one undivided', () => {
    for (const [spec, most] of [
      [sized(1, 1, 1), 4],
      [sized(3, 3, 3), 1],
      [landscapeSpec([ALONE], 10, { seeds: [1, 2, 3] }), 4],
    ] as const) {
      const parts = splitExperiment(spec, most);
      expect(parts).toHaveLength(1);
      expect(parts[0]?.spec).toEqual(spec);
    }
  });

  it('keeps points together that do not fit together, so that their trainer refuses them', () => {
    const spec = sized(3, 1, 1);
    const [first, ...others] = spec.points;
    const odd = { ...PLAIN_POINT, value: 9, tasks: { ...LINEAR_PAIR, dimension: 4 } };
    expect(splitExperiment({ ...spec, points: [odd, ...others] }, 2)).toHaveLength(1);
    expect(splitExperiment({ ...spec, points: [first ?? odd, ...others] }, 2)).toHaveLength(2);
  });

  it('keeps arms together that need different arrays, and only those of one group', () => {
    const alone = arm('alone', { kind: 'alone' });
    const balancing = resolveBalancing({ kind: 'uncertainty' });
    const parts = (arms: readonly ArmSpec[]): number => splitExperiment(smallSpec({ arms }), 4).length;
    const fuse = { do: 'fuse', at: 3, method: { kind: 'mean' }, tasks: [0, 1], on: 'all' } as const;
    const meta = { kind: 'meta', method: 'reptile', innerSteps: 2, outerRate: 0.5, annealOver: 10 } as const;
    expect(parts([alone, { ...alone, id: 'b' }])).toBe(2);
    expect(parts([alone, { ...alone, id: 'b', balancing }])).toBe(1);
    expect(parts([alone, { ...alone, id: 'b', timeline: [fuse] }])).toBe(1);
    expect(parts([alone, { ...alone, id: 'b', scheme: meta }])).toBe(1);
    expect(parts([alone, { ...alone, id: 'b', balancing, width: 3 }])).toBe(2);
  });
});
