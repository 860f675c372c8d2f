import { describe, expect, it } from 'vitest';
import { aloneArm, hardArm, regression, softArm, syntheticRecord } from '../../course/measure/syntheticRecord.fixture';
import type { RunRecord } from '../../record/runRecord';
import { gainBars } from './gainBars';
import { layerSeries } from './layerSeries';
import { lossSeries } from './lossSeries';
import { pairSeries, taskPairs } from './pairSeries';
import { sideBySide } from './sideBySide';
import { towerView } from './towerView';

const arms = [softArm(0.1), aloneArm, hardArm(1), softArm(0.01)];

function run(score: Parameters<typeof syntheticRecord>[0]['score']): RunRecord {
  return syntheticRecord({
    values: [0, 90],
    arms,
    seeds: 3,
    tasks: [regression('first'), regression('second')],
    score,
  });
}

describe('lossSeries', () => {
  it('has one curve per arm, task and split, of the point that is asked for', () => {
    const record = run(({ point, arm, task }) => 100 * point + 10 * arm + task);
    const series = lossSeries(record, { point: 1, arms: [2, 0, 99], splits: ['train', 'test'] });
    expect(series).toHaveLength(8);
    expect(series[2]).toMatchObject({ arm: 'hard-1', task: 1, split: 'train', steps: [500], mean: [121] });
    expect(series.at(-1)).toMatchObject({ arm: 'soft-0.1', task: 1, split: 'test', mean: [101] });
  });
});

describe('layerSeries and pairSeries', () => {
  const record = run(() => 1);
  it('has one series per arm and layer', () => {
    expect(layerSeries(record, { point: 0, arms: [0, 1] }).map(({ arm, layer }) => [arm, layer])).toEqual([
      ['soft-0.1', 0],
      ['soft-0.1', 1],
      ['alone', 0],
      ['alone', 1],
    ]);
  });

  it('has no cosines where none were measured', () => {
    expect(pairSeries(record, { point: 0, arms: [0] })).toEqual([]);
  });

  it('counts pairs in the order of every per-pair array', () => {
    expect(taskPairs(3)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(taskPairs(1)).toEqual([]);
  });
});

describe('gainBars', () => {
  it('measures every arm but the baseline, at one point', () => {
    const view = gainBars(
      run(({ point, arm, seed }) => (arm === 1 ? 1 : point === 0 ? 0.5 : 2) + 0.01 * seed),
      -1,
      1,
    );
    expect(view.unit).toBe('ratio');
    expect(view.arms).toEqual(['soft-0.1', 'hard-1', 'soft-0.01']);
    expect(view.bars).toHaveLength(6);
    expect(view.bars[0]).toMatchObject({ arm: 'soft-0.1', task: 0, wins: 0, seeds: 3, verdict: 'hurts' });
    expect(view.bars[0]?.mean).toBeCloseTo(-1 / 1.01, 5);
  });

  it('is in units of the score for all bars when alone scores zero somewhere', () => {
    const view = gainBars(
      run(({ arm, task }) => (arm === 1 ? (task === 0 ? 0 : 2) : 1)),
      -1,
      0,
    );
    expect(view.unit).toBe('absolute');
    expect(view.bars.map((bar) => Math.round(bar.mean * 1000) / 1000)).toEqual([-1, 1, -1, 1, -1, 1]);
  });
});

describe('sideBySide', () => {
  it('takes alone, hard and the middle soft arm, and leaves out what is missing', () => {
    expect(sideBySide(arms)).toEqual([1, 2, 3]);
    expect(sideBySide([aloneArm])).toEqual([0]);
  });
});

describe('towerView', () => {
  const words = {
    tasks: [
      { name: 'one', hue: 0 },
      { name: 'two', hue: 1 },
    ],
    layers: ['trunk', 'output'],
    formatScore: (score: number) => score.toFixed(1),
  };
  const record = run(({ arm, seed }) => arm + seed);
  // One tower: 16 trunk units, 1 output; numbered through so that every cut is seen.
  const numbered: RunRecord = {
    ...record,
    evaluations: record.evaluations.map((evaluation) => ({
      ...evaluation,
      units: Float32Array.from({ length: 2 * 4 * 2 * 17 }, (_, index) => index),
    })),
  };

  it('cuts the weights of its point, arm and task out of the list of all', () => {
    const view = towerView(numbered, { point: 1, arm: 2, evaluation: -1 }, words);
    const tower = (1 * 4 + 2) * 2 * 17;
    expect(Array.from(view?.layers[0]?.units[0] ?? [])).toEqual(Array.from({ length: 16 }, (_, unit) => tower + unit));
    expect(Array.from(view?.layers[1]?.units[1] ?? [])).toEqual([tower + 17 + 16]);
    expect(view).toMatchObject({ scheme: 'hard', sharedLayers: 1, headFrom: 1 });
    expect(view?.tasks[0]).toMatchObject({ name: 'one', loss: 3, score: '3.0' });
  });

  it('shows the λ in force, live changes and all', () => {
    const adjusted = { ...numbered, adjustments: [{ step: 3, arm: 'soft-0.1', lambda: 7 }] };
    expect(towerView(adjusted, { point: 0, arm: 0, evaluation: -1 }, words)?.lambda).toBe(7);
  });

  it('draws the last weights where a recording dropped the others', () => {
    const [last] = numbered.evaluations;
    if (last === undefined) throw new Error('one evaluation is expected');
    const thin = { ...numbered, evaluations: [{ ...last, step: 0, units: new Float32Array(0) }, last] };
    expect(towerView(thin, { point: 0, arm: 0, evaluation: 0 }, words)?.layers[0]?.units[0]).toHaveLength(16);
  });

  it('is nothing without an evaluation or an arm', () => {
    expect(towerView({ ...numbered, evaluations: [] }, { point: 0, arm: 0, evaluation: -1 }, words)).toBeNull();
    expect(towerView(numbered, { point: 0, arm: 9, evaluation: -1 }, words)).toBeNull();
  });
});
