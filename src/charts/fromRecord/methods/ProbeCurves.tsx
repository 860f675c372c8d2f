import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../../i18n';
import type { ArmMark } from '../../../ui/armMark';
import { ArmLegend } from '../../ArmLegend';
import { ChartFrame } from '../../ChartFrame';
import type { AdjustmentMark } from '../../chartProps';
import { CurvePanel } from '../../CurvePanel';
import { curveTable } from '../../curveTable';
import { joinSentences } from '../../joinSentences';
import { NONE } from '../../none';
import type { PanelLine } from '../../panelLine';
import type { StepFocus } from '../../stepFocus';
import { useCalm } from '../../useCalm';
import { useEmphasis } from '../../useEmphasis';
import { useStepFocus } from '../../useStepFocus';
import { valueAt } from '../../valueAt';
import type { ProbeSeries } from './probeSeries';

export interface ProbeCurvesProps {
  readonly arms: readonly ArmMark[];
  readonly series: readonly ProbeSeries[];
  /** Number of tasks that the probe tells apart: chance is one of so many. */
  readonly tasks: number;
  readonly lastStep: number;
  readonly focus?: StepFocus;
  readonly adjustments?: readonly AdjustmentMark[];
  readonly height?: number;
}

/** Can the task be read from what is meant to be shared? Accuracy of a linear probe over steps, with a line at chance. */
export function ProbeCurves(props: ProbeCurvesProps) {
  const { arms, tasks, lastStep, height = 180, adjustments = NONE } = props;
  const { t } = useTranslation('charts');
  const focus = useStepFocus(props.focus);
  const series = useCalm(props.series);
  const { emphasis, ...legend } = useEmphasis();
  const shown = arms.filter((arm) => series.some((one) => one.arm === arm.id));
  const lines = useMemo(
    () =>
      series.flatMap((points): PanelLine[] => {
        const arm = arms.find((candidate) => candidate.id === points.arm);
        return arm === undefined ? [] : [{ key: arm.id, arm, hue: null, points, role: 'full', note: '' }];
      }),
    [arms, series],
  );
  const chance = formatPercent(1 / tasks, 0);
  const sentences = lines.flatMap(({ arm, points }) => {
    const at = valueAt(points, focus.hoverStep ?? focus.pinnedStep);
    return at === null
      ? []
      : [t('probe.summary', { step: at.step, arm: arm.label, value: formatPercent(at.value, 0), chance })];
  });
  return (
    <ChartFrame
      title={t('probe.title')}
      summary={sentences.length === 0 ? t('chart.empty') : joinSentences(sentences)}
      table={curveTable(
        t('axis.step'),
        lines.map(({ arm, points }) => ({ name: arm.label, points })),
      )}
      legend={
        <>
          <ArmLegend arms={shown} {...legend} />
          {/* Told here: beside the line it would stand in the way of those that end there. */}
          <span>{t('probe.chance', { chance })}</span>
          {series.some((one) => one.low !== null) && <span>{t('chart.band')}</span>}
        </>
      }
    >
      <CurvePanel
        name={t('probe.title')}
        lines={lines}
        scale="linear"
        domain={[0, 1]}
        quantity={t('probe.axis')}
        references={[{ value: 1 / tasks, label: '' }]}
        {...{ lastStep, height, focus, adjustments, emphasis }}
      />
    </ChartFrame>
  );
}
