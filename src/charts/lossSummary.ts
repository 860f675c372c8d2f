import type { TFunction } from 'i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { ArmMark } from '../ui/armMark';
import type { TaskMark } from '../ui/taskMark';
import type { LossSeries } from './curveSeries';
import { joinSentences } from './joinSentences';
import { valueAt } from './valueAt';

/** Per task one sentence: which arm is lowest and which highest on the test rows at a step (`null` = the newest). */
export function lossSummary(
  tasks: readonly TaskMark[],
  arms: readonly ArmMark[],
  series: readonly LossSeries[],
  step: number | null,
  t: TFunction<'charts'>,
): string {
  const sentences = tasks.flatMap((task, index) => {
    const values = series
      .filter((one) => one.task === index && one.split !== 'train')
      .flatMap((one) => {
        const at = valueAt(one, step);
        const arm = arms.find((candidate) => candidate.id === one.arm);
        return at === null || arm === undefined ? [] : [{ ...at, arm: arm.label }];
      })
      .sort((a, b) => a.value - b.value);
    const [best, worst] = [values[0], values.at(-1)];
    if (best === undefined || worst === undefined) return [];
    const common = {
      step: best.step,
      task: task.name,
      best: formatSignificant(best.value),
      bestArm: best.arm,
    };
    return [
      values.length === 1
        ? t('loss.summaryOne', common)
        : t('loss.summary', { ...common, worst: formatSignificant(worst.value), worstArm: worst.arm }),
    ];
  });
  return sentences.length === 0 ? t('chart.empty') : joinSentences(sentences);
}
