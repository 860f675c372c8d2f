import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdjustmentMark } from '../../charts/chartProps';
import { CosineChart } from '../../charts/CosineChart';
import { pairSeries, taskPairs } from '../../charts/fromRecord/pairSeries';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import type { StepFocus } from '../../charts/stepFocus';
import type { RunRecord } from '../../record/runRecord';
import { HelpTip } from '../../ui/HelpTip';
import styles from './Panel.module.css';

export interface GradientPanelProps {
  readonly record: RunRecord;
  readonly marks: RunMarks;
  readonly point: number;
  readonly focus: StepFocus;
  readonly adjustments: readonly AdjustmentMark[];
}

export const GradientPanel = memo(function GradientPanel(props: GradientPanelProps) {
  const { record, marks, point, focus, adjustments } = props;
  const { t } = useTranslation('lab');
  const series = useMemo(
    () => pairSeries(record, { point, arms: record.spec.arms.map((_, arm) => arm) }),
    [record, point],
  );
  const pairs = useMemo(() => taskPairs(record.tasks.length), [record.tasks.length]);
  if (!record.spec.evaluation.gradients) {
    return (
      <section className={styles.panel}>
        <h2>
          <HelpTip help={t('cosine.help')}>{t('cosine.title')}</HelpTip>
        </h2>
        <p className={styles.note}>{t('cosine.off')}</p>
      </section>
    );
  }
  return (
    <CosineChart
      tasks={marks.tasks}
      arms={marks.arms}
      pairs={pairs}
      series={series}
      lastStep={record.spec.training.steps}
      focus={focus}
      adjustments={adjustments}
      height={150}
    />
  );
});
