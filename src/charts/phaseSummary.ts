import type { TFunction } from 'i18next';
import type { PhaseDiagramProps } from './chartProps';
import { gainText } from './gainText';
import { joinSentences } from './joinSentences';

/** How much of the diagram is known, how often sharing helps or hurts, and where it helps most. */
export function phaseSummary(
  { rows, columns, cells, unit }: Pick<PhaseDiagramProps, 'rows' | 'columns' | 'cells' | 'unit'>,
  t: TFunction<'charts'>,
): string {
  if (cells.length === 0) return t('chart.empty');
  const count = (verdict: string): number => cells.filter((cell) => cell.verdict === verdict).length;
  const sentence = t('phase.summary', {
    known: cells.length,
    all: rows.length * columns.length,
    helps: count('helps'),
    hurts: count('hurts'),
    undecided: count('undecided'),
  });
  const best = cells.filter((cell) => cell.verdict === 'helps').sort((a, b) => b.mean - a.mean)[0];
  const [row, column] = [rows[best?.row ?? -1], columns[best?.column ?? -1]];
  if (best === undefined || row === undefined || column === undefined) return sentence;
  return joinSentences([
    sentence,
    t('phase.best', { row: row.label, column: column.label, gain: gainText(best, unit) }),
  ]);
}
