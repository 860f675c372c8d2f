import { formatPercent, formatSignificant } from '../i18n/numberFormat';
import type { Predicate } from '../record/checkPredicate';
import type { Messages } from './messages/messages';

const against = { positive: '> 0', negative: '< 0', none: '≈ 0' } as const;

/** A predicate in a few signs: `hard helps`, `a ≻ b`, `0.3 ≤ probe (adversary) ≤ 0.4`; `@300` = at that step. */
export function claimText(check: Predicate, messages: Messages): string {
  const moment = 'at' in check ? ` @${check.at}` : '';
  return said(check, messages) + moment;
}

function said(check: Predicate, { claimedSign, quantity }: Messages): string {
  switch (check.kind) {
    case 'gain':
      return `${check.arm}${check.against === undefined ? '' : ` / ${check.against}`} ${claimedSign[check.sign]}`;
    case 'order':
      return check.arms.join(' ≻ ');
    case 'close':
      return `${check.arms.join(' ≈ ')} (${formatPercent(check.within, 3)})`;
    case 'score':
      return between(check.arm, check);
    case 'range':
      return between(`${check.quantity}${pairText(check)} (${check.arm})`, check);
    case 'lower':
      return `${check.quantity}${pairText(check)}: ${check.arms.join(' < ')}`;
    case 'affinity':
      return `${quantity.affinity} (${check.arm}, ${check.from}–${check.to}) ${against[check.sign]}`;
    case 'grouping':
      return between(`${quantity.hits} (${check.groups.map((group) => group.join(' + ')).join(' | ')})`, check);
    case 'barrier':
    case 'forgetting':
      return `${quantity[check.kind]} (${check.arm}) ${against[check.sign]}`;
    case 'stopping':
      return `${quantity.stopping} (${check.arm}, ${check.rule}, ${check.patience ?? '∞'}) ${against[check.sign]}`;
    case 'cross-validated':
      return `${quantity.regret} (cross-validated) ≤ ${formatPercent(check.within, 3)}`;
    case 'halving':
    case 'random':
      return `${quantity.regret} (${check.kind}) ≤ ${formatPercent(check.within, 3)}, ${quantity.cost} ≤ ${formatPercent(check.budget, 3)}`;
  }
}

function pairText({ pair }: { readonly pair?: readonly string[] }): string {
  return pair === undefined ? '' : ` ${pair.join(' : ')}`;
}

function between(what: string, { min, max }: { readonly min?: number; readonly max?: number }): string {
  const low = min === undefined ? '' : `${formatSignificant(min)} ≤ `;
  const high = max === undefined ? '' : ` ≤ ${formatSignificant(max)}`;
  return `${low}${what}${high}`;
}
