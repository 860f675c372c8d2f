/** Does a run show what a preset or an exercise says it does? */
import { barrierEffects, forgettingEffects, stoppingEffects } from './predicates/courseEffects';
import type { MeasuredEffect, Predicate, Shown } from './predicates/effect';
import { affinityEffects, groupingEffects } from './predicates/groupEffects';
import type { Place } from './predicates/place';
import { lowerEffects, rangeEffects } from './predicates/quantityEffects';
import { closeEffects, gainEffects, meanScoreEffects, orderEffects } from './predicates/scoreEffects';
import { crossValidatedEffects, halvingEffects, randomEffects } from './predicates/searchEffects';
import type { RunRecord } from './runRecord';

export type { EffectQuantity, MeasuredEffect, Predicate, Shown } from './predicates/effect';

export interface PredicateResult {
  /** `shown` = everywhere; `not-shown` = the opposite is shown somewhere; else `undecided`. */
  readonly shown: Shown;
  readonly effects: readonly MeasuredEffect[];
}

/**
 * Judges one predicate on the test split of the evaluation that it names (`at`; else `evaluationIndex`, the newest by
 * default). Intervals decide: an effect whose interval holds zero is undecided unless "no effect" is what is claimed; a
 * single seed decides nothing but ranges. An arm, task, point or step that the run does not have, or something that was
 * not measured, leaves the predicate undecided, without effects.
 */
export function checkPredicate(record: RunRecord, check: Predicate, evaluationIndex = -1): PredicateResult {
  const measured = pointsOf(record, check).map((point) => {
    const effects = effectsAt(record, check, evaluationIndex, point);
    // A part of nothing (a regret where the best loss is 0) is no number.
    return effects.every((effect) => Number.isFinite(effect.value)) ? effects : [];
  });
  const effects = measured.flat();
  const complete = measured.length > 0 && measured.every((list) => list.length > 0);
  return { shown: complete ? all(effects.map((effect) => effect.shown)) : 'undecided', effects };
}

/** Indices; the folds of a cross-validation are judged together, under the first. */
function pointsOf(record: RunRecord, check: Predicate): readonly number[] {
  if (check.kind === 'cross-validated') return [0];
  const { point: value } = check;
  return record.spec.points.flatMap((spec, index) => (value === undefined || spec.value === value ? [index] : []));
}

function all(parts: readonly Shown[]): Shown {
  if (parts.includes('not-shown')) return 'not-shown';
  return parts.includes('undecided') ? 'undecided' : 'shown';
}

function effectsAt(
  record: RunRecord,
  check: Predicate,
  evaluationIndex: number,
  point: number,
): readonly MeasuredEffect[] {
  switch (check.kind) {
    case 'affinity':
      return affinityEffects(record, point, check);
    case 'grouping':
      return groupingEffects(record, point, check);
    case 'stopping':
      return stoppingEffects(record, point, check);
    case 'cross-validated':
      return crossValidatedEffects(record, check);
    case 'halving':
      return halvingEffects(record, point, check);
    case 'random':
      return randomEffects(record, point, check);
    default: {
      const evaluation =
        check.at === undefined ? record.evaluations.at(evaluationIndex) : evaluationFrom(record, check.at);
      return evaluation === undefined ? [] : effectsThere({ record, evaluation, point }, check);
    }
  }
}

/** Claims about one evaluation. */
type Momentary = Extract<Predicate, { readonly at?: number }>;

function effectsThere(place: Place, check: Momentary): readonly MeasuredEffect[] {
  switch (check.kind) {
    case 'gain':
      return gainEffects(place, check);
    case 'order':
      return orderEffects(place, check);
    case 'close':
      return closeEffects(place, check);
    case 'score':
      return meanScoreEffects(place, check);
    case 'range':
      return rangeEffects(place, check);
    case 'lower':
      return lowerEffects(place, check);
    case 'barrier':
      return barrierEffects(place, check);
    case 'forgetting':
      return forgettingEffects(place, check);
  }
}

/** The evaluation at that step, or the next one; evaluations ascend. */
function evaluationFrom(record: RunRecord, step: number) {
  return record.evaluations.find((evaluation) => evaluation.step >= step);
}
