import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdjustmentMark } from '../../charts/chartProps';
import { formatSignificant } from '../../i18n';
import type { Adjustment } from '../../training/events';

/** Live changes as ticks on the step axis: one per step, each kind of change named once. */
export function useAdjustmentMarks(adjustments: readonly Adjustment[]): readonly AdjustmentMark[] {
  const { t } = useTranslation('lab');
  return useMemo(() => {
    const bySteps = new Map<number, Set<string>>();
    for (const { step, lambda, learningRate, taskWeights } of adjustments) {
      const labels = bySteps.get(step) ?? new Set<string>();
      if (lambda !== undefined) labels.add(t('curves.changed.lambda', { value: formatSignificant(lambda) }));
      if (learningRate !== undefined) {
        labels.add(t('curves.changed.learningRate', { value: formatSignificant(learningRate) }));
      }
      if (taskWeights !== undefined) {
        labels.add(
          t('curves.changed.taskWeights', { value: taskWeights.map((w) => formatSignificant(w)).join(' : ') }),
        );
      }
      bySteps.set(step, labels);
    }
    return [...bySteps].map(([step, labels]) => ({ step, label: [...labels].join(', ') }));
  }, [adjustments, t]);
}
