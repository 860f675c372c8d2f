import { useMemo } from 'react';
import { ProbeCurves } from '../../../charts/fromRecord/methods/ProbeCurves';
import { probeSeries } from '../../../charts/fromRecord/methods/probeSeries';
import type { PanelProps } from './panelProps';

/** Whether the shared features still tell the tasks apart. */
export function ProbePanel({ record, marks, point, focus, adjustments }: PanelProps) {
  const series = useMemo(() => probeSeries(record, point), [record, point]);
  return (
    <ProbeCurves
      arms={marks.arms}
      series={series}
      tasks={record.tasks.length}
      lastStep={record.spec.training.steps}
      focus={focus}
      adjustments={adjustments}
    />
  );
}
