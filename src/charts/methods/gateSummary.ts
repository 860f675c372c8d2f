import type { TFunction } from 'i18next';
import { formatPercent } from '../../i18n/numberFormat';
import { joinSentences } from '../joinSentences';
import type { Gate } from './gate';

export interface GateView {
  readonly gates: readonly Gate[];
  readonly experts: readonly string[];
  readonly nameOf: (gate: Gate) => string;
}

/** Which expert each gate likes best, and by how much the first two gates differ. */
export function gateSummary({ gates, experts, nameOf }: GateView, t: TFunction<['methods', 'charts']>): string {
  const likes = gates.flatMap((gate) => {
    const shares = Array.from(gate.shares);
    const best = shares.indexOf(Math.max(...shares));
    const expert = experts[best];
    if (expert === undefined) return [];
    return [
      t('methods:picture.gates.summary', { gate: nameOf(gate), expert, share: formatPercent(shares[best] ?? 0, 0) }),
    ];
  });
  if (likes.length === 0) return t('charts:chart.empty');
  const [a, b] = gates;
  if (a === undefined || b === undefined) return joinSentences(likes);
  return joinSentences([
    ...likes,
    t('methods:picture.gates.difference', {
      a: nameOf(a),
      b: nameOf(b),
      share: formatPercent(gateDifference(a.shares, b.shares), 0),
    }),
  ]);
}

/** Share of the mixture in which two gates differ (total variation): 0 = the same, 1 = nothing in common. */
export function gateDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / 2;
}
