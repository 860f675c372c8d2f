import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskKey } from '../ui/TaskKey';
import { ArmLegend } from './ArmLegend';
import { ChartFrame } from './ChartFrame';
import type { CosineChartProps } from './chartProps';
import { CurvePanel } from './CurvePanel';
import { curveTable } from './curveTable';
import { NONE } from './none';
import { pairSummary } from './pairSummary';
import type { PanelLine } from './panelLine';
import styles from './panels.module.css';
import { useCalm } from './useCalm';
import { useEmphasis } from './useEmphasis';
import { useStepFocus } from './useStepFocus';

const DOMAIN = [-1.04, 1.04] as const;
const ZERO = [{ value: 0, label: '' }];

/**
 * Cosine between the tasks' gradients on the trunk, per pair of tasks. It falls to -1 at every optimum of two tasks
 * (their gradients sum to zero there), so the warning is part of the picture and cannot be switched off.
 */
export function CosineChart(props: CosineChartProps) {
  const { tasks, pairs, arms, lastStep, height = 200, adjustments = NONE } = props;
  const { t } = useTranslation('charts');
  const focus = useStepFocus(props.focus);
  const { emphasis, ...legend } = useEmphasis();
  const series = useCalm(props.series);
  const pairNames = pairs.map(([a, b]) => t('cosine.pair', { a: tasks[a]?.name ?? '', b: tasks[b]?.name ?? '' }));
  const panels = useMemo(
    () =>
      pairs.map((_, index) =>
        series.flatMap((one): PanelLine[] => {
          const arm = arms.find((candidate) => candidate.id === one.arm);
          if (arm === undefined || one.pair !== index) return [];
          return [{ key: `${one.arm} ${one.pair}`, arm, hue: null, points: one, role: 'full', note: '' }];
        }),
      ),
    [pairs, series, arms],
  );
  const table = curveTable(
    t('axis.step'),
    series.map((one) => ({
      name: t('cosine.column', {
        arm: arms.find((arm) => arm.id === one.arm)?.label ?? one.arm,
        pair: pairNames[one.pair] ?? '',
      }),
      points: one,
    })),
  );
  return (
    <ChartFrame
      title={t('cosine.title')}
      summary={pairSummary(pairNames, arms, series, focus.hoverStep ?? focus.pinnedStep, t)}
      table={table}
      legend={<ArmLegend arms={arms} {...legend} />}
    >
      <p className={styles.warning}>{t('cosine.warning')}</p>
      <div className={styles.panels}>
        {pairs.map(([a, b], index) => {
          const [first, second] = [tasks[a], tasks[b]];
          return (
            <CurvePanel
              key={pairNames[index]}
              name={t('cosine.panel', { a: first?.name ?? '', b: second?.name ?? '' })}
              heading={
                <>
                  {first && <TaskKey task={first} />} {second && <TaskKey task={second} />}
                </>
              }
              lines={panels[index] ?? []}
              scale="linear"
              domain={DOMAIN}
              quantity={t('axis.cosine')}
              references={ZERO}
              {...{ lastStep, height, focus, emphasis, adjustments }}
            />
          );
        })}
      </div>
    </ChartFrame>
  );
}
