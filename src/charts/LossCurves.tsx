import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedControl } from '../ui/SegmentedControl';
import { TaskKey } from '../ui/TaskKey';
import type { TaskMark } from '../ui/taskMark';
import { ArmLegend } from './ArmLegend';
import { ChartFrame } from './ChartFrame';
import type { LossCurvesProps } from './chartProps';
import { CurvePanel } from './CurvePanel';
import { curveTable } from './curveTable';
import { hiddenOnLog, lossDomain } from './lossDomain';
import { lossLines } from './lossLines';
import { NONE } from './none';
import { lossSummary } from './lossSummary';
import styles from './panels.module.css';
import { useCalm } from './useCalm';
import { useEmphasis } from './useEmphasis';
import { useStepFocus } from './useStepFocus';

/**
 * Loss over steps, alone, hard and soft in one picture. Hue is the task, stroke is the scheme; test curves have the full
 * stroke, training curves of the same arm are thinner and paler. Raw values, never smoothed.
 */
export function LossCurves(props: LossCurvesProps) {
  const { tasks, arms, lastStep, layout = 'multiples', scale, onScaleChange, height = 240, adjustments = NONE } = props;
  const { t } = useTranslation('charts');
  const focus = useStepFocus(props.focus);
  const { emphasis, ...legend } = useEmphasis();
  const series = useCalm(props.series);
  const ghosts = useCalm(props.ghosts ?? NONE);
  const quantity = props.quantity ?? t('axis.loss');

  const panels = useMemo(() => {
    const note = (split: 'train' | 'validation' | 'test'): string => t(`split.${split}`);
    const groups: readonly (readonly TaskMark[])[] = layout === 'overlay' ? [tasks] : tasks.map((task) => [task]);
    return groups.map((group) => {
      const inGroup = (one: { readonly task: number }): boolean => group.some((task) => tasks[one.task] === task);
      const [own, old] = [series.filter(inGroup), ghosts.filter(inGroup)];
      return { group, lines: lossLines(tasks, arms, own, old, note), domain: lossDomain([...own, ...old], scale) };
    });
  }, [layout, tasks, arms, series, ghosts, scale, t]);
  const dropped = scale === 'log' ? hiddenOnLog(series) : 0;

  const table = curveTable(
    t('axis.step'),
    series.map((one) => ({
      name: t('loss.column', {
        arm: arms.find((arm) => arm.id === one.arm)?.label ?? one.arm,
        task: tasks[one.task]?.name ?? '',
        split: t(`split.${one.split}`),
      }),
      points: one,
    })),
  );
  return (
    <ChartFrame
      title={t('loss.title')}
      summary={lossSummary(tasks, arms, series, focus.hoverStep ?? focus.pinnedStep, t)}
      table={table}
      controls={
        onScaleChange && (
          <SegmentedControl
            label={t('loss.scale')}
            labelHidden
            value={scale}
            onChange={onScaleChange}
            choices={[
              { value: 'linear', label: t('loss.linear') },
              { value: 'log', label: t('loss.log') },
            ]}
          />
        )
      }
      legend={
        <>
          <ArmLegend arms={arms} {...legend} />
          <span>
            {t('loss.rule')}
            {series.some((one) => one.low !== null) && ` · ${t('chart.band')}`}
            {ghosts.length > 0 && ` · ${t('chart.earlier')}`}
          </span>
          {dropped > 0 && <span>{t('loss.dropped', { count: dropped })}</span>}
        </>
      }
    >
      <div className={styles.panels}>
        {panels.map(({ group, lines, domain }) => (
          <CurvePanel
            key={group.map((task) => task.hue).join()}
            name={t('loss.panel', { task: group.map((task) => task.name).join(', ') })}
            heading={group.map((task) => (
              <TaskKey key={task.hue} task={task} />
            ))}
            {...{ lines, lastStep, scale, domain, quantity, height, focus, emphasis, adjustments }}
          />
        ))}
      </div>
    </ChartFrame>
  );
}
