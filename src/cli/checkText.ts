import { formatPercent, formatSignificant } from '../i18n/numberFormat';
import type { MeasuredEffect, Predicate, PredicateResult } from '../record/checkPredicate';
import type { RunRecord } from '../record/runRecord';
import { formatTable } from './formatTable';
import type { Messages } from './messages/messages';
import { withSpread } from './withSpread';

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
    if (result.effects.length === 0) {
      const place = check.point === undefined ? messages.everyPoint : String(check.point);
      return [[said, check.task, place, messages.unmeasured, messages.shown[result.shown]]];
    }
    return result.effects.map((effect) => {
      const value = record.spec.points[effect.point]?.value ?? null;
      const place = value === null ? '' : formatSignificant(value);
      return [said, check.task, place, effectText(effect, messages), messages.shown[effect.shown]];
    });
  });
  return `\n${preset}\n${formatTable(columns, rows)}`;
}

function claimText(check: Predicate, messages: Messages): string {
  switch (check.kind) {
    case 'gain':
      return `${check.arm} ${messages.claimedSign[check.sign]}`;
    case 'order':
      return check.arms.join(' ≻ ');
    case 'close':
      return `${check.arms.join(' ≈ ')} (${formatPercent(check.within, 3)})`;
    case 'score': {
      const low = check.min === undefined ? '' : `${formatSignificant(check.min)} ≤ `;
      const high = check.max === undefined ? '' : ` ≤ ${formatSignificant(check.max)}`;
      return `${low}${check.arm}${high}`;
    }
  }
}

function effectText({ quantity, arms, value, halfWidth }: MeasuredEffect, messages: Messages): string {
  const percent = quantity === 'gain' || quantity === 'gap';
  const factor = percent ? 100 : 1;
  const text = withSpread(value * factor, halfWidth === null ? null : halfWidth * factor);
  const pair = quantity === 'advantage' ? ` (${arms.join(' ≻ ')})` : '';
  return `${messages.quantity[quantity]} ${text}${percent ? ' %' : ''}${pair}`;
}
