import { memo, useMemo } from 'react';
import { DistanceChart } from '../../charts/DistanceChart';
import { layerSeries } from '../../charts/fromRecord/layerSeries';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import type { StepFocus } from '../../charts/stepFocus';
import type { RunRecord } from '../../record/runRecord';

export interface DistancePanelProps {
  readonly record: RunRecord;
  readonly marks: RunMarks;
  readonly point: number;
  readonly focus: StepFocus;
}

export const DistancePanel = memo(function DistancePanel({ record, marks, point, focus }: DistancePanelProps) {
  const series = useMemo(
    () => layerSeries(record, { point, arms: record.spec.arms.map((_, arm) => arm) }),
    [record, point],
  );
  return (
    <DistanceChart
      arms={marks.arms}
      layers={marks.layers}
      series={series}
      lastStep={record.spec.training.steps}
      focus={focus}
      view="layers"
    />
  );
});
