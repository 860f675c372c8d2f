import { formatSignificant } from '../i18n/numberFormat';
import type { Predicate, PredicateResult } from '../record/checkPredicate';
import type { RunRecord } from '../record/runRecord';
import { claimText } from './claimText';
import { effectText } from './effectText';
import { formatTable } from './formatTable';
import type { Messages } from './messages/messages';

/** The claims of one preset with what was measured for each, one line per claim and point. */
export function checkText(
  preset: string,
  record: RunRecord,
  claims: readonly { readonly check: Predicate; readonly result: PredicateResult }[],
  messages: Messages,
): string {
  const { task, claim, point, measured, verdict } = messages.columns;
  const columns = [claim, task, point, measured, verdict].map((title) => ({ title, align: 'left' }) as const);
  const rows = claims.flatMap(({ check, result }) => {
    const said = claimText(check, messages);
    const about = 'task' in check ? (check.task ?? '') : '';
    if (result.effects.length === 0) {
      const place = 'point' in check ? String(check.point) : messages.everyPoint;
      return [[said, about, place, messages.unmeasured, messages.shown[result.shown]]];
    }
    return result.effects.map((effect) => {
      const value = effect.point === null ? null : (record.spec.points[effect.point]?.value ?? null);
      const place = value === null ? '' : formatSignificant(value);
      return [said, about, place, effectText(effect, messages), messages.shown[effect.shown]];
    });
  });
  return `\n${preset}\n${formatTable(columns, rows)}`;
}
