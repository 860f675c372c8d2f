import type { EffectQuantity, MeasuredEffect } from '../record/checkPredicate';
import type { Messages } from './messages/messages';
import { withSpread } from './withSpread';

/** Fractions that are read as percentages. */
const percentages: readonly EffectQuantity[] = ['gain', 'gap', 'hits', 'regret', 'cost'];

/** What was measured, with its interval: `gain 12.3 ± 4.5 %`. */
export function effectText(
  { quantity, arms, value, halfWidth }: Omit<MeasuredEffect, 'shown' | 'point' | 'n'>,
  messages: Messages,
): string {
  const percent = percentages.includes(quantity);
  const factor = percent ? 100 : 1;
  const text = withSpread(value * factor, halfWidth === null ? null : halfWidth * factor);
  const sign = quantity === 'advantage' ? '≻' : '<';
  const pair = quantity === 'advantage' || quantity === 'excess' ? ` (${arms.join(` ${sign} `)})` : '';
  return `${messages.quantity[quantity]} ${text}${percent ? ' %' : ''}${pair}`;
}
