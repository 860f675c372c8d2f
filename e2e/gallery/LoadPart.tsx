import { useMemo } from 'react';
import { LossCurves } from '../../src/charts/LossCurves';
import { useArmMarks } from '../../src/ui/useArmMarks';
import type { PartProps } from './CurvesPart';
import { LAST_STEP, lossSeries, MANY_ARMS } from './syntheticRun';
import { useLiveStep } from './useLiveStep';

const ARMS = MANY_ARMS.slice(-6);
const WHOLE = lossSeries(ARMS, 3, LAST_STEP, 1);

/** The load a chart has to carry: 6 arms x 3 tasks x 2 splits, up to 500 points, 20 updates a second. For timing. */
export function LoadPart({ zh, live }: PartProps) {
  const arms = useArmMarks(ARMS, 3);
  const step = useLiveStep(live);
  const tasks = useMemo(
    () => (zh ? ['物种', '性别', '体重'] : ['species', 'sex', 'mass']).map((name, hue) => ({ name, hue })),
    [zh],
  );
  const cut = (values: ArrayLike<number> | null): number[] => Array.from(values ?? []).slice(0, step + 1);
  const series = WHOLE.map((one) => ({
    ...one,
    steps: cut(one.steps),
    mean: cut(one.mean),
    low: cut(one.low),
    high: cut(one.high),
  }));
  return <LossCurves tasks={tasks} arms={arms} series={series} lastStep={LAST_STEP} scale="linear" />;
}
