import { memo, useMemo } from 'react';
import { GainBars } from '../../charts/GainBars';
import { gainBars } from '../../charts/fromRecord/gainBars';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import type { RunRecord } from '../../record/runRecord';

export interface GainPanelProps {
  readonly record: RunRecord;
  readonly marks: RunMarks;
  readonly point: number;
  readonly evaluation: number;
}

export const GainPanel = memo(function GainPanel({ record, marks, point, evaluation }: GainPanelProps) {
  const view = useMemo(() => gainBars(record, evaluation, point), [record, evaluation, point]);
  const arms = useMemo(() => marks.arms.filter((mark) => view.arms.includes(mark.id)), [marks.arms, view.arms]);
  return <GainBars tasks={marks.tasks} arms={arms} bars={view.bars} unit={view.unit} />;
});
