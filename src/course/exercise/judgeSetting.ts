import type { SliceGains } from '../measure/slice';

/** What came of a setting that should make soft sharing beat both neighbours; each has its own explanation. */
export type SettingOutcome = 'found' | 'hardAsGood' | 'aloneAsGood' | 'hurts' | 'unclear';

/** Judged on paired intervals over seeds, in this order: harm first, because it is what to repair first. */
export function judgeSetting(gains: Pick<SliceGains, 'softOverAlone' | 'softOverHard'>): SettingOutcome {
  const overAlone = gains.softOverAlone.verdict;
  const overHard = gains.softOverHard.verdict;
  if (overAlone === 'hurts') return 'hurts';
  if (overAlone === 'helps') return overHard === 'helps' ? 'found' : 'hardAsGood';
  return overHard === 'helps' ? 'aloneAsGood' : 'unclear';
}
