import { describe, expect, it } from 'vitest';
import type { ArmMark } from '../ui/armMark';
import type { GainBar, TowersProps } from './chartProps';
import { curveTable } from './curveTable';
import type { LossSeries } from './curveSeries';
import { gainSummary } from './gainSummary';
import { joinSentences } from './joinSentences';
import { layerSummary } from './layerSummary';
import { lossSummary } from './lossSummary';
import { pairSummary } from './pairSummary';
import { phaseSummary } from './phaseSummary';
import { sliceShape, sliceSummary } from './sliceSummary';
import { testTranslator } from './testTranslator';
import { cellsOfLayer, towerReadout } from './towerReadout';
import { towersSummary } from './towersSummary';

const en = testTranslator('en');
const zh = testTranslator('zh-CN');
const plain = (text: string): string => text.replaceAll('\u2009', ' ');
const arm = (id: ArmMark['kind']): ArmMark => ({ id, label: id, shortLabel: id, kind: id, tension: 0.5 });
const arms = [arm('alone'), arm('soft'), arm('hard')];
const tasks = [
  { name: 'species', hue: 0 },
  { name: 'sex', hue: 1 },
];
const points = (mean: readonly number[]) => ({ steps: mean.map((_, i) => i * 10), mean, low: null, high: null });
const loss = (id: string, task: number, mean: readonly number[], split: LossSeries['split'] = 'test'): LossSeries => ({
  arm: id,
  task,
  split,
  ...points(mean),
});

describe('lossSummary', () => {
  const series = [loss('alone', 0, [1, 0.5]), loss('hard', 0, [1.1, 0.3]), loss('hard', 0, [1.1, 0.01], 'train')];
  it('names the lowest and the highest arm on held-out rows at the newest or the marked step', () => {
    expect(lossSummary(tasks, arms, series, null, en)).toBe(
      'Step 10, species: lowest test loss 0.3 (hard), highest 0.5 (alone).',
    );
    expect(lossSummary(tasks, arms, series, 1, en)).toBe(
      'Step 0, species: lowest test loss 1 (alone), highest 1.1 (hard).',
    );
    expect(lossSummary(tasks, arms, series, null, zh)).toBe(
      '第 10 步，species：测试损失最低 0.3（hard），最高 0.5（alone）。',
    );
  });
  it('does not compare one arm with itself, and says when there is nothing', () => {
    expect(lossSummary(tasks, arms, series.slice(0, 1), null, en)).toBe('Step 10, species: test loss 0.5 (alone).');
    expect(lossSummary(tasks, arms, [], null, en)).toBe('Nothing measured yet. Press run.');
  });
});

describe('layerSummary and pairSummary', () => {
  it('name the extremes', () => {
    const layers = [
      { arm: 'alone', layer: 1, ...points([0, 1.2]) },
      { arm: 'hard', layer: 0, ...points([0, 0]) },
    ];
    expect(layerSummary(['trunk 1', 'head'], arms, layers, null, en)).toContain(
      'farthest apart in head (alone, 1.2) and nearest in trunk 1 (hard, 0)',
    );
    const pairs = [
      { arm: 'alone', pair: 0, ...points([0.5, -0.9]) },
      { arm: 'hard', pair: 0, ...points([0.5, -0.7]) },
    ];
    expect(pairSummary(['A and B'], arms, pairs, null, en)).toBe(
      'Step 10: gradient cosine of A and B between −0.9 (alone) and −0.7 (hard).',
    );
  });
});

describe('gainSummary', () => {
  const bar = (id: string, mean: number, verdict: GainBar['verdict']): GainBar => ({
    arm: id,
    task: 0,
    mean,
    halfWidth: 0.03,
    wins: 9,
    seeds: 10,
    verdict,
  });
  it('counts verdicts and names the largest decided one', () => {
    const text = gainSummary(
      tasks,
      arms,
      [bar('soft', 0.12, 'helps'), bar('hard', -0.2, 'hurts'), bar('alone', 0.9, 'undecided')],
      'ratio',
      en,
    );
    expect(plain(text)).toBe(
      'Of 3 comparisons with alone, sharing helps in 1, hurts in 1, and 1 are undecided. Largest: hard on species, −20 ± 3%.',
    );
  });
  it('claims nothing when nothing is decided', () => {
    expect(gainSummary(tasks, arms, [bar('soft', 0.9, 'undecided')], 'ratio', en)).not.toContain('Largest');
  });
});

describe('phaseSummary', () => {
  it('counts what is known and finds the best decided cell', () => {
    const rows = [
      { value: 0, label: '0°' },
      { value: 90, label: '90°' },
    ];
    const cell = (row: number, column: number, mean: number, verdict: 'helps' | 'hurts' | 'undecided') => ({
      row,
      column,
      mean,
      halfWidth: 0.02,
      verdict,
    });
    const text = phaseSummary(
      {
        rows,
        columns: arms,
        unit: 'ratio',
        cells: [cell(0, 1, 0.3, 'helps'), cell(0, 2, 0.9, 'undecided'), cell(1, 2, -0.4, 'hurts')],
      },
      en,
    );
    expect(plain(text)).toBe(
      '3 of 6 cells measured: sharing helps in 1, hurts in 1, 1 undecided. Best: 0°, soft, +30 ± 2%.',
    );
  });
});

describe('sliceSummary', () => {
  it('tells falling, rising, valleys and hills', () => {
    expect(sliceShape([5, 3, 1])?.shape).toBe('down');
    expect(sliceShape([1, 3, 5])?.shape).toBe('up');
    expect(sliceShape([3, 1, 4])).toEqual({ shape: 'valley', at: 1 });
    expect(sliceShape([1, 4, 2])).toEqual({ shape: 'hill', at: 1 });
    expect(sliceShape([1])).toBeNull();
  });
  it('is not fooled by a dent of a twentieth', () => {
    expect(sliceShape([1, 0.96, 2])?.shape).toBe('up');
  });
  it('writes it', () => {
    const slice = {
      title: '30°',
      points: arms.map(({ id }, i) => ({ arm: id, mean: [0.5, 0.4, 0.6][i] ?? 0, halfWidth: null })),
    };
    expect(sliceSummary([slice], arms, 'error', 'error', en)).toBe(
      '30°: error is lowest, 0.4, at soft; 0.5 at alone, 0.6 at hard.',
    );
    expect(sliceSummary([{ title: '60°', points: [] }], arms, 'error', 'error', en)).toBe('60°: nothing measured yet.');
  });
});

describe('towers in words', () => {
  const towers = (scheme: TowersProps['scheme']): TowersProps => ({
    scheme,
    tasks: [
      { name: 'species', hue: 0, loss: 0.213 },
      { name: 'sex', hue: 1, score: '93%' },
    ],
    layers: [
      {
        name: 'trunk 1',
        units: [
          [3, 4],
          [1, 2],
        ],
        relativeDistance: 0.2,
      },
      { name: 'head', units: [[5], [6]], relativeDistance: 0.9 },
    ],
    lambda: 0.01,
    size: 'hero',
  });
  it('say what joins them', () => {
    expect(towersSummary(towers('alone'), en)).toBe(
      'species and sex: separate towers of 2 layers; nothing joins them. species: loss 0.213; sex: 93%.',
    );
    expect(towersSummary(towers('hard'), en)).toContain('one common trunk, 1 of 2 layers shared');
    expect(towersSummary(towers('soft'), en)).toContain(
      'joined by springs (λ = 0.01). Relative distance from 0.2 (trunk 1) to 0.9 (head).',
    );
    expect(towersSummary(towers('soft'), zh)).toContain(
      '由弹簧牵住（λ = 0.01）。相对参数距离从 0.2（trunk 1）到 0.9（head）。species：损失 0.213；sex：93%。',
    );
  });
  it('read out layers and single units of the right task', () => {
    expect(towerReadout(towers('soft'), 0, null, en)).toBe('trunk 1: relative distance 0.2');
    expect(towerReadout(towers('hard'), 0, null, en)).toContain('shared');
    expect(towerReadout(towers('soft'), 0, 3, en)).toBe('trunk 1, unit 2, sex: RMS incoming weight 2');
    expect(cellsOfLayer(towers('soft'), 0)).toBe(4);
    expect(cellsOfLayer(towers('hard'), 0)).toBe(2);
  });
  it('take the root mean square over the units of a cell', () => {
    const wide: TowersProps = {
      ...towers('alone'),
      layers: [
        { name: 'a', units: [Array.from({ length: 48 }, (_, i) => (i % 2 === 0 ? 3 : 4))], relativeDistance: null },
      ],
    };
    expect(towerReadout(wide, 0, 0, en)).toBe(
      `a, units 1 to 2, species: RMS incoming weight ${String(Number(Math.sqrt(12.5).toPrecision(3)))}`,
    );
  });
});

describe('curveTable', () => {
  it('has one row per step, whatever the curves were measured at', () => {
    const table = curveTable('step', [
      { name: 'a', points: { steps: [0, 10], mean: [1, 0.5], low: [0.9, 0.4], high: [1.1, 0.6] } },
      { name: 'b', points: { steps: [10, 20], mean: [3, 2], low: null, high: null } },
    ]);
    expect(table.columns).toEqual(['step', 'a', 'b']);
    expect(table.rows().map((row) => row.map(plain))).toEqual([
      ['0', '1.00 ± 0.10', '–'],
      ['10', '0.50 ± 0.10', '3'],
      ['20', '–', '2'],
    ]);
  });
});

describe('joinSentences', () => {
  it('knows that Chinese needs no space', () => {
    expect(joinSentences(['A.', 'B.'])).toBe('A. B.');
    expect(joinSentences(['甲。', '乙。'])).toBe('甲。乙。');
    expect(joinSentences([])).toBe('');
  });
});
