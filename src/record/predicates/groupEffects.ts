/** Claims about groups of tasks: affinity, grouping. */
import { meanAffinity, recoverGrouping, withinAcross } from '../practice/affinity';
import { pairGains } from '../practice/pairGains';
import { seedSummary } from '../practice/seedSummary';
import type { RunRecord } from '../runRecord';
import { judgeRange, signedEffect, type MeasuredEffect, type PredicateOf } from './effect';
import { armIndex, groupIndices } from './place';

/** Mean over pairs of one group minus mean over pairs of two groups, seed by seed. */
export function affinityEffects(
  record: RunRecord,
  point: number,
  check: PredicateOf<'affinity'>,
): readonly MeasuredEffect[] {
  const groups = groupIndices(record, check.groups);
  const matrices = affinities(record, point, check.arm, check);
  if (groups === null || matrices === null) return [];
  const differences = matrices.flatMap((matrix) => {
    const { within, across } = withinAcross([matrix], groups);
    return within === null || across === null ? [] : [within.mean - across.mean];
  });
  if (differences.length < matrices.length) return [];
  return [signedEffect(check.sign, { point, arms: [check.arm], quantity: 'affinity' }, seedSummary(differences))];
}

/** On how many seeds the best partition into so many groups is the expected one. */
export function groupingEffects(
  record: RunRecord,
  point: number,
  check: PredicateOf<'grouping'>,
): readonly MeasuredEffect[] {
  const groups = groupIndices(record, check.groups);
  const effects =
    check.affinityOf === undefined
      ? pairGains(record, { point }).perSeed
      : affinities(record, point, check.affinityOf, { from: check.from ?? 0, to: check.to ?? record.step });
  if (groups === null || effects === null || effects.length === 0) return [];
  const { hits } = recoverGrouping(effects, groups, { maxGroups: groups.length });
  const value = hits / effects.length;
  const arms = check.affinityOf === undefined ? [] : [check.affinityOf];
  const shown = judgeRange(value, check);
  return [{ point, arms, quantity: 'hits', value, halfWidth: null, n: effects.length, shown }];
}

function affinities(
  record: RunRecord,
  point: number,
  id: string,
  window: { readonly from: number; readonly to: number },
): readonly Float64Array[] | null {
  const arm = armIndex(record, id);
  return arm === null
    ? null
    : (meanAffinity(record, { point, arm, from: window.from, to: window.to })?.perSeed ?? null);
}
