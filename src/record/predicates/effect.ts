/** What was measured for a claim, and what that says of it. */
import type { Check, CheckOf } from '../../spec/checkFields';
import type { DeepReadonly } from '../../spec/deepFreeze';
import type { SeedSummary } from '../practice/seedSummary';
import { verdictOf } from '../transferGain';

/** What is claimed: one entry of a preset's `check`. */
export type Predicate = DeepReadonly<Check>;
export type PredicateOf<Kind extends Check['kind']> = DeepReadonly<CheckOf<Kind>>;

export type Shown = 'shown' | 'not-shown' | 'undecided';

/**
 * - `gain`: transfer gain; `advantage`: by how much the first arm's score is better, in its units; `score`: mean score;
 *   `gap`: relative difference of two mean scores;
 * - `value`: a measured quantity; `excess`: by how much it is larger in the second arm;
 * - `affinity`: within groups minus across; `hits`: part of the seeds on which the groups are found;
 * - `barrier`: error above the line between the ends; `stopping`: by how much the score kept is better than the last;
 * - `regret`: test loss of a choice above that of the best one, relative to it; `cost`: part of the steps of training all;
 * - `forgetting`: by how much a score has become worse.
 */
export type EffectQuantity =
  | ('gain' | 'advantage' | 'score' | 'gap')
  | ('value' | 'excess')
  | ('affinity' | 'hits' | 'barrier' | 'stopping')
  | ('regret' | 'cost' | 'forgetting');

/** What was measured for a predicate at one point. */
export interface MeasuredEffect {
  /** Index of the point; `null` where the points together are the answer (the folds of a cross-validation). */
  readonly point: number | null;
  /** Ids of the arms it is about: the one, the two compared (the one claimed first first), or all that were searched. */
  readonly arms: readonly string[];
  readonly quantity: EffectQuantity;
  readonly value: number;
  /** Half width of the 95 % interval over seeds; `null` with fewer than two, and where there is none. */
  readonly halfWidth: number | null;
  readonly n: number;
  readonly shown: Shown;
}

export type Sign = 'positive' | 'negative' | 'none';

/** Whether an interval bears out the claimed sign; without an interval nothing is borne out. */
export function judgeSign(claimed: Sign, value: number, halfWidth: number | null): Shown {
  if (halfWidth === null) return 'undecided';
  const verdict = verdictOf(value, halfWidth);
  if (claimed === 'none') return verdict === 'undecided' ? 'shown' : 'not-shown';
  if (verdict === 'undecided') return 'undecided';
  return (verdict === 'helps') === (claimed === 'positive') ? 'shown' : 'not-shown';
}

/** Whether a value lies within the bounds that are given. */
export function judgeRange(value: number, { min, max }: { readonly min?: number; readonly max?: number }): Shown {
  return value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY)
    ? 'shown'
    : 'not-shown';
}

/** Whether an interval stays at or below a bound; undecided where it holds the bound. */
export function judgeBound({ mean, halfWidth }: SeedSummary, bound: number): Shown {
  if (halfWidth === null) return 'undecided';
  if (mean + halfWidth <= bound) return 'shown';
  return mean - halfWidth > bound ? 'not-shown' : 'undecided';
}

/** An effect with a claimed sign. */
export function signedEffect(
  claimed: Sign,
  about: Pick<MeasuredEffect, 'point' | 'arms' | 'quantity'>,
  { mean, halfWidth, n }: SeedSummary,
): MeasuredEffect {
  return { ...about, value: mean, halfWidth, n, shown: judgeSign(claimed, mean, halfWidth) };
}
