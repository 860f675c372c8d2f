import type { TFunction } from 'i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { ArmMark } from '../ui/armMark';
import type { PairSeries } from './curveSeries';
import { joinSentences } from './joinSentences';
import { valueAt } from './valueAt';

/** Per pair of tasks one sentence: between which cosines the arms are at a step (`null` = the newest). */
export function pairSummary(
  pairNames: readonly string[],
  arms: readonly ArmMark[],
  series: readonly PairSeries[],
  step: number | null,
  t: TFunction<'charts'>,
): string {
  const sentences = pairNames.flatMap((pair, index) => {
    const values = series
      .filter((one) => one.pair === index)
      .flatMap((one) => {
        const at = valueAt(one, step);
        const arm = arms.find((candidate) => candidate.id === one.arm);
        return at === null || arm === undefined ? [] : [{ ...at, arm: arm.label }];
      })
      .sort((a, b) => a.value - b.value);
    const [low, high] = [values[0], values.at(-1)];
    if (low === undefined || high === undefined) return [];
    const common = { step: high.step, pair, high: formatSignificant(high.value), highArm: high.arm };
    return [
      values.length === 1
        ? t('cosine.summaryOne', common)
        : t('cosine.summary', { ...common, low: formatSignificant(low.value), lowArm: low.arm }),
    ];
  });
  return sentences.length === 0 ? t('chart.empty') : joinSentences(sentences);
}
