import type { LayerSeries } from '../curveSeries';
import { curve } from '../../record/curve';
import { quantityWidth } from '../../record/quantity';
import type { RunRecord } from '../../record/runRecord';
import type { CurveChoice } from './lossSeries';

/** Relative distance between the tasks' parameters, layer by layer, of the chosen arms. */
export function layerSeries(record: RunRecord, { point, arms }: CurveChoice): readonly LayerSeries[] {
  const layers = quantityWidth(record, 'relativeDistance');
  return arms.flatMap((arm) => {
    const id = record.spec.arms[arm]?.id;
    if (id === undefined) return [];
    const series = Array.from({ length: layers }, (_, layer) => ({
      arm: id,
      layer,
      ...curve(record, { point, arm, quantity: 'relativeDistance', layer }),
    }));
    // Networks that mix activations have no rows to compare.
    return series.filter(({ steps }) => steps.length > 0);
  });
}
