import type { TFunction } from 'i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { ArmMark } from '../ui/armMark';
import type { LayerSeries } from './curveSeries';
import { valueAt } from './valueAt';

/** Where the towers are farthest apart and where nearest, at a step (`null` = the newest). */
export function layerSummary(
  layers: readonly string[],
  arms: readonly ArmMark[],
  series: readonly LayerSeries[],
  step: number | null,
  t: TFunction<'charts'>,
): string {
  const values = series
    .flatMap((one) => {
      const at = valueAt(one, step);
      const arm = arms.find((candidate) => candidate.id === one.arm);
      const layer = layers[one.layer];
      return at === null || arm === undefined || layer === undefined ? [] : [{ ...at, arm: arm.label, layer }];
    })
    .sort((a, b) => a.value - b.value);
  const [near, far] = [values[0], values.at(-1)];
  if (near === undefined || far === undefined) return t('chart.empty');
  return t('distance.summary', {
    step: far.step,
    farLayer: far.layer,
    farArm: far.arm,
    far: formatSignificant(far.value),
    nearLayer: near.layer,
    nearArm: near.arm,
    near: formatSignificant(near.value),
  });
}
