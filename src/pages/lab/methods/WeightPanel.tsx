import { useMemo, useState } from 'react';
import { balancingArms, weightSeries } from '../../../charts/fromRecord/methods/weightSeries';
import { WeightCurves } from '../../../charts/methods/WeightCurves';
import type { PanelProps } from './panelProps';

/** What the balancing methods do with the tasks, side by side. */
export function WeightPanel({ record, marks, point, focus, adjustments }: PanelProps) {
  const [quantity, setQuantity] = useState<'share' | 'weight'>('share');
  const arms = useMemo(() => balancingArms(record), [record]);
  const series = useMemo(() => weightSeries(record, { point, arms, quantity }), [record, point, arms, quantity]);
  const shown = useMemo(() => arms.flatMap((arm) => marks.arms[arm] ?? []), [arms, marks.arms]);
  return (
    <WeightCurves
      tasks={marks.tasks}
      arms={shown}
      series={series}
      lastStep={record.spec.training.steps}
      quantity={quantity}
      onQuantityChange={setQuantity}
      focus={focus}
      adjustments={adjustments}
      height={170}
    />
  );
}
