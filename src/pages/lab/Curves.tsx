import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdjustmentMark } from '../../charts/chartProps';
import { LossCurves } from '../../charts/LossCurves';
import { lossSeries } from '../../charts/fromRecord/lossSeries';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import type { StepFocus } from '../../charts/stepFocus';
import type { RunRecord } from '../../record/runRecord';
import { Toggle } from '../../ui/Toggle';
import { useLab, useLabState } from './LabContext';

export interface CurvesProps {
  readonly record: RunRecord;
  readonly pinned: RunRecord | null;
  readonly marks: RunMarks;
  readonly point: number;
  readonly focus: StepFocus;
  readonly adjustments: readonly AdjustmentMark[];
}

export const Curves = memo(function Curves({ record, pinned, marks, point, focus, adjustments }: CurvesProps) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const scale = useLabState((state) => state.scale);
  const training = useLabState((state) => state.showTraining);
  const series = useMemo(() => {
    const arms = record.spec.arms.map((_, arm) => arm);
    return lossSeries(record, { point, arms, splits: training ? ['train', 'test'] : ['test'] });
  }, [record, point, training]);
  const ghosts = useMemo(() => {
    if (pinned === null || pinned === record) return [];
    const arms = pinned.spec.arms.map((_, arm) => arm);
    return lossSeries(pinned, { point: Math.min(point, pinned.spec.points.length - 1), arms, splits: ['test'] });
  }, [pinned, record, point]);
  return (
    <div>
      <LossCurves
        tasks={marks.tasks}
        arms={marks.arms}
        series={series}
        ghosts={ghosts}
        lastStep={record.spec.training.steps}
        scale={scale}
        onScaleChange={(next) => lab.look({ scale: next })}
        focus={focus}
        adjustments={adjustments}
      />
      <Toggle label={t('curves.training')} checked={training} onChange={(showTraining) => lab.look({ showTraining })} />
    </div>
  );
});
