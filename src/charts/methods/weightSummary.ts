import type { TFunction } from 'i18next';
import { formatSignificant } from '../../i18n/numberFormat';
import type { ArmMark } from '../../ui/armMark';
import type { TaskMark } from '../../ui/taskMark';
import { joinSentences } from '../joinSentences';
import { valueAt } from '../valueAt';
import type { WeightSeries } from './weightSeries';

export interface WeightView {
  readonly tasks: readonly TaskMark[];
  readonly arms: readonly ArmMark[];
  readonly series: readonly WeightSeries[];
  /** `null` = the newest. */
  readonly step: number | null;
}

/** Per method one sentence: which task gets most and which least at a step. */
export function weightSummary(view: WeightView, t: TFunction<['methods', 'charts']>): string {
  const { tasks, arms, series, step } = view;
  const sentences = arms.flatMap((arm) => {
    const given = series
      .filter((one) => one.arm === arm.id)
      .flatMap((one) => {
        const at = valueAt(one, step);
        const task = tasks[one.task];
        return at === null || task === undefined ? [] : [{ ...at, name: task.name }];
      })
      .sort((a, b) => a.value - b.value);
    const [least, most] = [given[0], given.at(-1)];
    if (least === undefined || most === undefined || given.length < 2) return [];
    return [
      t('methods:picture.weights.summary', {
        arm: arm.label,
        step: most.step,
        most: most.name,
        high: formatSignificant(most.value, 2),
        least: least.name,
        low: formatSignificant(least.value, 2),
      }),
    ];
  });
  return sentences.length === 0 ? t('charts:chart.empty') : joinSentences(sentences);
}
