import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { interpolationSeries, lineQuantity } from '../../../charts/fromRecord/methods/interpolationSeries';
import { InterpolationCurve } from '../../../charts/methods/InterpolationCurve';
import type { PanelProps } from './panelProps';

/** Whether the trunks of the first two tasks can be averaged. */
export function LinePanel({ record, marks, point, evaluation }: PanelProps) {
  const { t } = useTranslation('lab');
  const series = useMemo(() => interpolationSeries(record, { point, evaluation }), [record, point, evaluation]);
  const arms = useMemo(
    () => marks.arms.filter((mark) => series.some((one) => one.arm === mark.id)),
    [marks.arms, series],
  );
  const [a, b] = marks.tasks;
  if (a === undefined || b === undefined) return null;
  return (
    <InterpolationCurve
      arms={arms}
      series={series}
      ends={[a.name, b.name]}
      quantity={t(`panels.line.${lineQuantity(record)}`)}
    />
  );
}
