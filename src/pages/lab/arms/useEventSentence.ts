import { useTranslation } from 'react-i18next';
import { formatPercent, formatSignificant } from '../../../i18n';
import type { DraftEvent } from './timelineEvents';

/** One event as a sentence: when, what happens to what. @param taskName of a task by the name that presets use */
export function useEventSentence(taskName: (task: string) => string): (event: DraftEvent) => string {
  const { t } = useTranslation(['lab', 'methods', 'charts']);
  const extent = (on: 'trunk' | 'all' | undefined): string => t(`lab:event.extent.${on ?? 'trunk'}`);
  const what = (event: DraftEvent): string => {
    switch (event.do) {
      case 'weights':
        return t('lab:event.weights', { weights: event.taskWeights.map((w) => formatSignificant(w)).join(' : ') });
      case 'rate':
        return t('lab:event.rate', { rate: formatSignificant(event.learningRate) });
      case 'scheme': {
        const { to } = event;
        if (to.scheme === 'soft') return t('lab:event.soft', { lambda: formatSignificant(to.lambda) });
        const full = to.scheme === 'hard' && to.share === 'everything';
        return t('lab:event.scheme', { scheme: t(`charts:scheme.${full ? 'full' : to.scheme}`) });
      }
      case 'rows':
        return event.rows === null
          ? t('lab:event.allRows', { task: taskName(event.task) })
          : t('lab:event.rows', { task: taskName(event.task), rows: event.rows });
      case 'adopt':
        return t('lab:event.adopt', { task: taskName(event.task) });
      case 'fuse':
        if (event.method.kind === 'mean' && event.tasks === undefined) {
          return t('lab:event.mean', { what: extent(event.on) });
        }
        return t('lab:event.fuse', {
          what: extent(event.on),
          method: t(`methods:fusion.${event.method.kind}.name`),
          tasks: event.tasks === undefined ? t('lab:event.allTasks') : event.tasks.map(taskName).join(', '),
        });
      case 'anchor':
        return t(`lab:event.anchor.${event.penalty}`, {
          task: taskName(event.task),
          lambda: formatSignificant(event.lambda),
        });
      case 'prune':
        return t('lab:event.prune', { share: formatPercent(event.sparsity), what: extent(event.on) });
      case 'quantise':
        return t('lab:event.quantise', { bits: event.bits, what: extent(event.on) });
    }
  };
  return (event) => t('lab:event.at', { step: event.at, what: what(event) });
}
