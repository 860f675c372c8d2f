import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneIndex, type ArmSpec } from '../../spec/experiment';
import { meanAffinity, recoverGrouping, withinAcross } from './affinity';
import { bestGrouping, scoreGrouping } from './bestGrouping';
import { groupingOf, groupings, normalGrouping, sameGrouping, type Grouping } from './grouping';
import { pairGains } from './pairGains';
import { armNamed, practiceRecord } from './practiceRecord.fixture';

describe('groupings', () => {
  it('are all partitions, each once: Bell numbers, Stirling numbers up to a number of groups', () => {
    const count = (tasks: number, most: number) => [...groupings(tasks, most)].length;
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((tasks) => count(tasks, tasks))).toEqual([1, 2, 5, 15, 52, 203, 877, 4140]);
    expect([1, 2, 3, 6].map((most) => count(6, most))).toEqual([1, 32, 122, 203]);
    const texts = [...groupings(5, 5)].map((groups) => JSON.stringify(normalGrouping(groups)));
    expect(new Set(texts).size).toBe(52);
  });

  it('compare as partitions', () => {
    expect(sameGrouping([[2, 0], [1]], [[1], [0, 2]])).toBe(true);
    expect(sameGrouping([[2, 0], [1]], [[1, 2], [0]])).toBe(false);
  });

  it('are what an arm trains together', () => {
    const scheme = (groups: Grouping | null): ArmSpec['scheme'] => ({ kind: 'hard', sharedLayers: 1, groups });
    expect(groupingOf({ scheme: { kind: 'alone' } }, 3)).toEqual([[0], [1], [2]]);
    expect(groupingOf({ scheme: scheme(null) }, 3)).toEqual([[0, 1, 2]]);
    expect(groupingOf({ scheme: scheme([[3, 1]]) }, 4)).toEqual([[0], [1, 3], [2]]);
  });
});

/** Every way of giving tasks group numbers: partitions many times over, but surely all. */
function bruteForce(effects: readonly number[], tasks: number, maxGroups: number, alone: number): number {
  let best = -Infinity;
  for (let code = 0; code < maxGroups ** tasks; code++) {
    const label = Array.from({ length: tasks }, (_, task) => Math.floor(code / maxGroups ** task) % maxGroups);
    let score = 0;
    for (let j = 0; j < tasks; j++) {
      const mates = label.flatMap((other, i) => (other === label[j] && i !== j ? [effects[i * tasks + j] ?? NaN] : []));
      score += mates.length === 0 ? alone : mates.reduce((sum, value) => sum + value, 0) / mates.length;
    }
    best = Math.max(best, score);
  }
  return best;
}

const effect = fc.double({ min: -1, max: 1, noNaN: true });

describe('bestGrouping', () => {
  it('finds what brute force finds', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5 })
          .chain((tasks) =>
            fc.tuple(
              fc.constant(tasks),
              fc.array(effect, { minLength: tasks * tasks, maxLength: tasks * tasks }),
              fc.integer({ min: 1, max: tasks }),
              effect,
            ),
          ),
        ([tasks, effects, maxGroups, alone]) => {
          const best = bestGrouping(effects, tasks, { maxGroups, alone });
          expect(best.score).toBeCloseTo(bruteForce(effects, tasks, maxGroups, alone), 10);
          expect(best.groups.length).toBeLessThanOrEqual(maxGroups);
          expect(best.groups.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: tasks }, (_, t) => t));
          expect(scoreGrouping(effects, best.groups, alone).score).toBe(best.score);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not depend on the names of the tasks', () => {
    const order = [3, 0, 4, 1, 2];
    fc.assert(
      fc.property(fc.array(effect, { minLength: 25, maxLength: 25 }), (effects) => {
        const renamed = Array.from(
          { length: 25 },
          (_, at) => effects[(order[Math.floor(at / 5)] ?? 0) * 5 + (order[at % 5] ?? 0)] ?? 0,
        );
        const [one, two] = [bestGrouping(effects, 5, { maxGroups: 3 }), bestGrouping(renamed, 5, { maxGroups: 3 })];
        expect(two.score).toBeCloseTo(one.score, 12);
        const back = two.groups.map((group) => group.map((task) => order[task] ?? 0));
        expect(scoreGrouping(effects, back).score).toBeCloseTo(one.score, 12);
      }),
    );
  });

  it('puts together what helps each other, and leaves alone what does not', () => {
    const within = (i: number, j: number) => (i % 2 === j % 2 ? 0.2 : 0.05);
    const effects = Array.from({ length: 36 }, (_, at) => within(Math.floor(at / 6), at % 6));
    expect(bestGrouping(effects, 6, { maxGroups: 2 }).groups).toEqual([
      [0, 2, 4],
      [1, 3, 5],
    ]);
    const harmful = effects.map((value) => -value);
    expect(bestGrouping(harmful, 6, { maxGroups: 6 }).groups.length).toBe(6);
    expect(bestGrouping(harmful, 6, { maxGroups: 6 }).score).toBe(0);
  });

  it('gives a task the mean of what its companions do for it', () => {
    const effects = [9, 1, 2, 3, 9, 4, 5, 6, 9];
    expect(scoreGrouping(effects, [[0, 1, 2]])).toMatchObject({ perTask: [4, 3.5, 3], score: 10.5 });
    expect(scoreGrouping(effects, [[0], [1, 2]], 0.5)).toMatchObject({ perTask: [0.5, 6, 4], score: 10.5 });
  });

  it('refuses what it cannot search', () => {
    expect(() => bestGrouping([0], 2, { maxGroups: 2 })).toThrow(RangeError);
    expect(() => bestGrouping(new Float64Array(121), 11, { maxGroups: 2 })).toThrow(RangeError);
    expect(() => bestGrouping([0], 1, { maxGroups: 0 })).toThrow(RangeError);
  });
});

describe('pairGains', () => {
  const hard = (groups: Grouping): ArmSpec['scheme'] => ({ kind: 'hard', sharedLayers: 1, groups });
  /** Gain of j with i is GAIN[i][j] for seed 0 and twice that for seed 1; errors alone are 1. */
  const GAIN = [
    [0, 0.1, 0.2, 0.3],
    [0.4, 0, 0.05, 0.06],
    [0.07, 0.08, 0, 0.25],
    [0.35, 0.15, 0.45, 0],
  ];
  const pairings: readonly Grouping[] = [
    [
      [0, 1],
      [2, 3],
    ],
    [
      [0, 2],
      [1, 3],
    ],
    [
      [0, 3],
      [1, 2],
    ],
  ];
  const record = (used: readonly Grouping[]) => {
    const arms = [
      armNamed('alone', { kind: 'alone' }),
      armNamed('all', { kind: 'hard', sharedLayers: 1, groups: null }),
      ...used.map((groups, i) => armNamed(`pairs-${i}`, hard(groups))),
    ];
    return practiceRecord({
      arms,
      tasks: 4,
      steps: [0, 10],
      value: ({ arm, task, seed, what }) => {
        const partner = used[arm - 2]?.find((group) => group.includes(task))?.find((other) => other !== task);
        const gain = partner === undefined ? 0 : (GAIN[partner]?.[task] ?? NaN) * (seed + 1);
        if (arm === 1) return 5;
        return what === 'validationScore' ? 1 - gain : 9;
      },
    });
  };

  it('reads each pair from the arm that trains it', () => {
    const gains = pairGains(record(pairings));
    GAIN.flat().forEach((gain, at) => {
      expect(gains.mean?.[at]).toBeCloseTo(1.5 * gain, 6);
      expect(gains.perSeed?.[1]?.[at]).toBeCloseTo(2 * gain, 6);
      if (gain === 0) expect(gains.cells[at]).toBeNull();
      else expect(gains.cells[at]?.gain).toBeCloseTo(1.5 * gain, 6);
    });
    expect(gains.cells[1]?.halfWidth).toBeCloseTo(12.706204736174705 * 0.05, 6);
  });

  it('leaves out pairs that were not trained, and then offers no matrix', () => {
    const gains = pairGains(record(pairings.slice(0, 1)));
    expect(gains.mean).toBeNull();
    expect(gains.cells[1]).not.toBeNull();
    expect(gains.cells[2]).toBeNull();
  });

  it('leads to groups: the best partition of the pairs', () => {
    const { perSeed } = pairGains(record(pairings));
    const found = recoverGrouping(
      perSeed ?? [],
      [
        [0, 3],
        [1, 2],
      ],
      { maxGroups: 2 },
    );
    expect(found.groupings.length).toBe(2);
    found.groupings.forEach((groups, seed) => {
      const best = bestGrouping(perSeed?.[seed] ?? [], 4, { maxGroups: 2 });
      expect(groups).toEqual(best.groups);
    });
  });
});

describe('affinity', () => {
  const record = practiceRecord({ arms: 2, tasks: 3, steps: [0, 5, 10, 50], value: () => 1 });
  /** Z[i -> j] = step + 10 i + j + 100 seed, on arm 1. */
  const measured = ({ step }: { readonly step: number }) => {
    const values = new Float32Array(2 * 2 * 9);
    for (let seed = 0; seed < 2; seed++) {
      const start = laneIndex(record.spec, { point: 0, arm: 1, seed }) * 9;
      for (let at = 0; at < 9; at++) values[start + at] = step + 10 * Math.floor(at / 3) + (at % 3) + 100 * seed;
    }
    return step === 5 ? new Float32Array(0) : values;
  };

  it('averages over the evaluations of a window that measured it', () => {
    const affinity = meanAffinity(record, { arm: 1, from: 0, to: 10 }, measured);
    expect(affinity?.perSeed[0]?.[5]).toBe(5 + 12);
    expect(affinity?.perSeed[1]?.[5]).toBe(5 + 112);
    expect(affinity?.cells[5]).toMatchObject({ mean: 67, n: 2 });
    expect(meanAffinity(record, { arm: 1, from: 50, to: 90 }, measured)?.perSeed[0]?.[0]).toBe(50);
    expect(meanAffinity(record, { arm: 1, from: 5, to: 9 }, measured)).toBeNull();
  });

  it('compares within and across groups', () => {
    const matrix = Float64Array.of(9, 1, 5, 3, 9, 7, 11, 13, 9);
    const { within, across } = withinAcross([matrix, matrix], [[0, 1], [2]]);
    expect(within).toMatchObject({ mean: 2, halfWidth: 0 });
    expect(across?.mean).toBe(9);
    expect(withinAcross([matrix], [[0], [1], [2]]).within).toBeNull();
  });

  it('counts the seeds that find the expected groups', () => {
    const right = Float64Array.of(0, 1, -1, 1, 0, -1, -1, -1, 0);
    const wrong = Float64Array.of(0, -1, -1, -1, 0, 1, -1, 1, 0);
    const found = recoverGrouping([right, wrong, right], [[2], [1, 0]], { maxGroups: 2 });
    expect(found.hits).toBe(2);
    expect(found.groupings[1]).toEqual([[0], [1, 2]]);
  });
});
