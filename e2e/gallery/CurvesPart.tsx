import { useMemo, useState } from 'react';
import { CosineChart } from '../../src/charts/CosineChart';
import { DistanceChart } from '../../src/charts/DistanceChart';
import { LossCurves } from '../../src/charts/LossCurves';
import type { StepFocus } from '../../src/charts/stepFocus';
import { useArmMarks } from '../../src/ui/useArmMarks';
import { FEW_ARMS, LAST_STEP, MANY_ARMS, layerSeries, lossSeries, pairSeries } from './syntheticRun';
import { useLiveStep } from './useLiveStep';

export interface PartProps {
  readonly zh: boolean;
  readonly live: boolean;
}

export function CurvesPart({ zh, live }: PartProps) {
  const few = useArmMarks(FEW_ARMS, 3);
  const many = useArmMarks(MANY_ARMS, 3);
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const [hoverStep, onHoverStep] = useState<number | null>(null);
  const [pinnedStep, onPinStep] = useState<number | null>(null);
  const focus: StepFocus = { hoverStep, onHoverStep, pinnedStep, onPinStep };
  const step = useLiveStep(live);
  const tasks = useMemo(
    () => (zh ? ['物种', '性别', '体重'] : ['species', 'sex', 'body mass']).map((name, hue) => ({ name, hue })),
    [zh],
  );
  const layers = useMemo(() => (zh ? ['主干 1', '主干 2', '任务头'] : ['trunk 1', 'trunk 2', 'head']), [zh]);
  const pairs = useMemo(
    () =>
      [
        [0, 1],
        [0, 2],
      ] as const,
    [],
  );
  const losses = useMemo(() => lossSeries(MANY_ARMS, 3, step, live ? 1 : 10), [step, live]);
  const fewLosses = useMemo(() => lossSeries(FEW_ARMS, 2, Math.min(step, 240)), [step]);
  const ghosts = useMemo(() => lossSeries(FEW_ARMS, 2, LAST_STEP, 10, 0.12).filter((one) => one.split === 'test'), []);
  const distances = useMemo(() => layerSeries(FEW_ARMS, 3, step), [step]);
  const cosines = useMemo(() => pairSeries(FEW_ARMS, 2, step), [step]);
  const adjustments = [{ step: 150, label: 'λ 0.01 → 0.1' }];
  const common = { lastStep: LAST_STEP, focus, adjustments };
  return (
    <>
      <LossCurves {...common} tasks={tasks} arms={many} series={losses} scale={scale} onScaleChange={setScale} />
      <div className="two">
        <LossCurves
          {...common}
          tasks={tasks.slice(0, 2)}
          arms={few}
          series={fewLosses}
          ghosts={ghosts}
          scale="linear"
          layout="overlay"
        />
        <DistanceChart {...common} arms={few} layers={layers} series={distances} />
      </div>
      <DistanceChart {...common} arms={few} layers={layers} series={distances} view="steps" />
      <CosineChart {...common} tasks={tasks} pairs={pairs} arms={few} series={cosines} />
      <LossCurves {...common} tasks={tasks.slice(0, 2)} arms={few} series={[]} scale="log" />
    </>
  );
}
