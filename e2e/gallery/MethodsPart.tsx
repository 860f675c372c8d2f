import { useMemo, useState } from 'react';
import type { PhaseAddress } from '../../src/charts/chartProps';
import { AffinityMatrix } from '../../src/charts/methods/AffinityMatrix';
import { DigitSamples } from '../../src/charts/methods/DigitSamples';
import { EmbeddingMap } from '../../src/charts/methods/EmbeddingMap';
import { GateBars } from '../../src/charts/methods/GateBars';
import { InterpolationCurve } from '../../src/charts/methods/InterpolationCurve';
import { LandscapeMap } from '../../src/charts/methods/LandscapeMap';
import { MixingMatrix } from '../../src/charts/methods/MixingMatrix';
import { SearchHeatMap } from '../../src/charts/methods/SearchHeatMap';
import { WeightCurves } from '../../src/charts/methods/WeightCurves';
import type { PartProps } from './CurvesPart';
import {
  affinity,
  alpha,
  digit,
  gate,
  interpolation,
  landscape,
  methodArms,
  searchCells,
  ways,
  weightSeries,
  wobble,
} from './syntheticMethods';
import { LAST_STEP } from './syntheticRun';
import { useLiveStep } from './useLiveStep';

const RATES = ['0.001', '0.003', '0.01', '0.03', '0.1'];
const LAMBDAS = ['0', '0.001', '0.003', '0.01', '0.03', '0.1', '1', '∞'];
const VOCABULARY = [
  ['good', '好'],
  ['bad', '坏'],
  ['film', '电影'],
  ['book', '书'],
  ['Anna', '安娜'],
  ['Paris', '巴黎'],
  ['dull', '乏味'],
  ['bright', '明亮'],
  ['team', '球队'],
  ['coach', '教练'],
] as const;

export function MethodsPart({ zh, live }: PartProps) {
  const step = useLiveStep(live);
  const [quantity, setQuantity] = useState<'share' | 'weight'>('share');
  const [selected, setSelected] = useState<PhaseAddress | null>({ row: 1, column: 2 });
  const tasks = useMemo(
    () => (zh ? ['物种', '性别', '体重'] : ['species', 'sex', 'body mass']).map((name, hue) => ({ name, hue })),
    [zh],
  );
  const six = useMemo(
    () => Array.from({ length: 6 }, (_, hue) => ({ name: `${'ab'[hue % 2] ?? ''}${Math.floor(hue / 2) + 1}`, hue })),
    [],
  );
  const grid = useMemo(() => landscape(), []);
  const two = tasks.slice(0, 2);
  const after = (n: number): string => (zh ? `主干 ${n} 之后` : `after trunk ${n}`);
  const bases = methodArms.slice(0, 2).map((arm, i) => ({
    ...arm,
    kind: (['soft', 'alone'] as const)[i] ?? 'soft',
    label: (zh ? ['同一起点', '两个起点'] : ['same base', 'two bases'])[i] ?? '',
    shortLabel: (zh ? ['同一起点', '两个起点'] : ['same base', 'two bases'])[i] ?? '',
  }));
  const words = useMemo(
    () =>
      Array.from({ length: 120 }, (_, i) => ({
        text: `${VOCABULARY[i % 10]?.[zh ? 1 : 0] ?? ''}${i < 10 ? '' : Math.floor(i / 10)}`,
        x: 2.4 * Math.cos((i % 10) * 0.63) + 0.7 * wobble(i),
        y: 2 * Math.sin((i % 10) * 0.63) + 0.7 * wobble(i + 300),
        classes: [i % 4, i % 10 < 5 ? 0 : 1, i % 10 === 4 || i % 10 === 5 ? i % 3 : null],
      })),
    [zh],
  );
  const textTasks = [
    {
      name: zh ? '主题' : 'topic',
      hue: 0,
      classes: zh ? ['体育', '电影', '科学', '经济'] : ['sport', 'film', 'science', 'economy'],
    },
    { name: zh ? '褒贬' : 'praise or blame', hue: 1, classes: zh ? ['褒', '贬'] : ['praise', 'blame'] },
    { name: zh ? '名称' : 'names', hue: 2, classes: zh ? ['人', '地', '机构'] : ['person', 'place', 'organisation'] },
  ];
  const known = live ? Math.floor((step / LAST_STEP) * 40) : 33;
  return (
    <>
      <WeightCurves
        tasks={tasks}
        arms={methodArms}
        series={useMemo(() => weightSeries(step), [step])}
        lastStep={LAST_STEP}
        quantity={quantity}
        onQuantityChange={setQuantity}
      />
      <LandscapeMap
        grid={grid}
        methods={useMemo(() => ways(step), [step])}
        pareto={[-7, -8.3552, 7, -8.3552]}
        goal={[0, -8.3552]}
        axes={['θ₁', 'θ₂']}
      />
      <div className="two">
        <MixingMatrix
          tasks={tasks}
          layers={[1, 2].map((n) => ({
            name: after(n),
            alpha: alpha(3, 1, 0.6 + 0.15 * n),
            halfWidth: alpha(3, 1, 0.1),
          }))}
        />
        <MixingMatrix
          tasks={two}
          subspaces={2}
          layers={[1, 2].map((n) => ({ name: after(n), alpha: alpha(2, 2, 0.5 + 0.2 * n), halfWidth: null }))}
        />
        <GateBars
          tasks={two}
          gates={[0, 1].map((task) => ({
            task,
            shares: gate(task, 8),
            halfWidth: gate(task + 5, 8).map((v) => v / 6),
          }))}
          experts={Array.from({ length: 8 }, (_, e) => String(e + 1))}
        />
        <GateBars
          tasks={two}
          gates={[{ task: null, shares: gate(4, 16), halfWidth: null }]}
          experts={Array.from({ length: 16 }, (_, e) => String(e + 1))}
        />
        <AffinityMatrix
          tasks={six}
          values={affinity(6)}
          halfWidth={affinity(6).map((_, i) => 0.012 + 0.01 * Math.abs(wobble(i)))}
          groups={[
            [0, 2, 4],
            [1, 3, 5],
          ]}
          bestGroups={[
            [1, 3, 5],
            [4, 2, 0],
          ]}
          heading={zh ? '第 0 至 50 步' : 'steps 0 to 50'}
        />
        <InterpolationCurve
          arms={bases}
          series={interpolation(bases)}
          ends={[tasks[0]?.name ?? '', tasks[1]?.name ?? '']}
          quantity={zh ? '相对误差' : 'relative error'}
        />
      </div>
      <SearchHeatMap
        rows={RATES}
        columns={LAMBDAS}
        rowAxis={zh ? '学习率' : 'learning rate'}
        columnAxis="λ"
        quantity={zh ? '验证误差' : 'validation error'}
        cells={searchCells(5, 8, known)}
        overlays={[
          {
            label: zh ? '随机搜索' : 'random search',
            cells: [
              { row: 0, column: 3 },
              { row: 2, column: 2 },
              { row: 3, column: 5 },
            ],
          },
          {
            label: zh ? '逐次减半' : 'successive halving',
            cells: [
              { row: 2, column: 2 },
              { row: 2, column: 3 },
            ],
          },
        ]}
        steps={{ done: known * 500, all: 20000 }}
        selected={selected}
        onSelect={setSelected}
        onCancel={() => setSelected(null)}
      />
      <EmbeddingMap
        words={words}
        tasks={textTasks}
        explained={[0.41, 0.23]}
        near={(word) => [1, 2, 3].map((k) => words[(word + 10 * k) % words.length]?.text ?? '')}
      />
      <DigitSamples
        tasks={[
          { name: zh ? '左边的数字' : 'left digit', hue: 0 },
          { name: zh ? '右边的数字' : 'right digit', hue: 1 },
        ]}
        samples={Array.from({ length: 12 }, (_, s) => ({
          pixels: digit(s),
          truths: [String((s * 7) % 10), String((s * 3 + 1) % 10)],
        }))}
        columns={14}
        arms={methodArms.slice(0, 2)}
        answer={(arm, task, s) => {
          const truth = task === 0 ? (s * 7) % 10 : (s * 3 + 1) % 10;
          return s === 11 ? null : String((s + task + arm.length) % 4 === 0 ? (truth + 3) % 10 : truth);
        }}
      />
    </>
  );
}
