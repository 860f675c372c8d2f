import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ArmKey } from '../../ui/ArmKey';
import type { ArmMark } from '../../ui/armMark';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TaskKey } from '../../ui/TaskKey';
import type { TaskMark } from '../../ui/taskMark';
import { ChartFrame } from '../ChartFrame';
import type { AdjustmentMark } from '../chartProps';
import { CurvePanel } from '../CurvePanel';
import { curveTable } from '../curveTable';
import { lossDomain } from '../lossDomain';
import { NONE } from '../none';
import type { PanelLine } from '../panelLine';
import panels from '../panels.module.css';
import type { StepFocus } from '../stepFocus';
import { useCalm } from '../useCalm';
import { useStepFocus } from '../useStepFocus';
import { weightSummary } from './weightSummary';
import type { WeightSeries } from './weightSeries';

export interface WeightCurvesProps {
  readonly tasks: readonly TaskMark[];
  /** One panel each. */
  readonly arms: readonly ArmMark[];
  readonly series: readonly WeightSeries[];
  readonly lastStep: number;
  /** `share`: w_t / sum of all, comparable between methods (axis 0 to 1, with a line at equal shares). `weight`: as the method gives them. */
  readonly quantity: 'share' | 'weight';
  /** With it the chart shows its own switch. */
  readonly onQuantityChange?: (quantity: 'share' | 'weight') => void;
  readonly focus?: StepFocus;
  readonly adjustments?: readonly AdjustmentMark[];
  readonly height?: number;
}

/** What each balancing method gives to each task, over steps: one panel per method, one line per task, band over seeds. */
export function WeightCurves(props: WeightCurvesProps) {
  const { tasks, arms, lastStep, quantity, onQuantityChange, height = 200, adjustments = NONE } = props;
  const { t } = useTranslation(['methods', 'charts']);
  const focus = useStepFocus(props.focus);
  const series = useCalm(props.series);
  const lines = useMemo(
    () => arms.map((arm) => series.flatMap((one) => (one.arm === arm.id ? taskLine(arm, one, tasks) : []))),
    [arms, series, tasks],
  );
  const domain = useMemo(() => weightDomain(series, quantity), [series, quantity]);
  const equal =
    quantity === 'share' && tasks.length > 0
      ? [{ value: 1 / tasks.length, label: t('methods:picture.weights.equal') }]
      : NONE;
  const table = curveTable(
    t('charts:axis.step'),
    series.map((one) => ({
      name: t('methods:picture.weights.column', {
        arm: arms.find((arm) => arm.id === one.arm)?.label ?? one.arm,
        task: tasks[one.task]?.name ?? '',
      }),
      points: one,
    })),
  );
  return (
    <ChartFrame
      title={t('methods:picture.weights.title')}
      summary={weightSummary({ tasks, arms, series, step: focus.hoverStep ?? focus.pinnedStep }, t)}
      table={table}
      controls={
        onQuantityChange && (
          <SegmentedControl
            label={t('methods:picture.weights.quantity')}
            labelHidden
            value={quantity}
            onChange={onQuantityChange}
            choices={[
              { value: 'share', label: t('methods:picture.weights.share') },
              { value: 'weight', label: t('methods:picture.weights.weight') },
            ]}
          />
        )
      }
      legend={
        <>
          {tasks.map((task) => (
            <TaskKey key={task.hue} task={task} />
          ))}
          {series.some((one) => one.low !== null) && <span>{t('charts:chart.band')}</span>}
        </>
      }
    >
      <div className={panels.panels}>
        {arms.map((arm, index) => (
          <CurvePanel
            key={arm.id}
            name={t('methods:picture.weights.panel', { arm: arm.label })}
            heading={<ArmKey arm={arm} line={false} />}
            lines={lines[index] ?? NONE}
            scale="linear"
            quantity={t(`methods:picture.weights.${quantity}`)}
            references={equal}
            emphasis={null}
            {...{ lastStep, domain, height, focus, adjustments }}
          />
        ))}
      </div>
    </ChartFrame>
  );
}

/** In a panel of one method a line is told by its task, so the task's name stands where the arm's otherwise does. */
function taskLine(arm: ArmMark, points: WeightSeries, tasks: readonly TaskMark[]): readonly PanelLine[] {
  const task = tasks[points.task];
  if (task === undefined) return [];
  const named = { ...arm, id: `${arm.id} ${points.task}`, label: task.name, shortLabel: task.name };
  return [{ key: named.id, arm: named, hue: task.hue, points, role: 'full', note: '' }];
}

/** Shares fill 0 to 1 and leave it only where a method gives negative weights. */
function weightDomain(series: readonly WeightSeries[], quantity: 'share' | 'weight'): readonly [number, number] {
  const [low, high] = lossDomain(series, 'linear');
  return quantity === 'share' ? [Math.min(0, low), Math.max(1, high)] : [Math.min(0, low), high];
}
