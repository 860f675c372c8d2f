/** Does a run show what a preset or an exercise says it does? */
import type { Check } from '../spec/checkFields';
import type { DeepReadonly } from '../spec/deepFreeze';
import { comparedScores } from './comparedScores';
import type { RunRecord } from './runRecord';
import { transferGains } from './transferGains';
import type { Verdict } from './transferGain';

/** What is claimed: one entry of a preset's `check`. */
export type Predicate = DeepReadonly<Check>;

export type Shown = 'shown' | 'not-shown' | 'undecided';

/** What was measured for a predicate at one point. */
export interface MeasuredEffect {
  /** Index of the point. */
  readonly point: number;
  /** Ids of the arms it is about: the one, or the two compared (better one claimed first). */
  readonly arms: readonly string[];
  /** `gain`: transfer gain; `advantage`: by how much the first arm's score is better, in its units; `score`: mean score; `gap`: relative difference of mean scores. */
  readonly quantity: 'gain' | 'advantage' | 'score' | 'gap';
  readonly value: number;
  /** Half width of the 95 % interval over seeds; `null` with fewer than two, and for a `gap`. */
  readonly halfWidth: number | null;
  readonly n: number;
  readonly shown: Shown;
}

export interface PredicateResult {
  /** `shown` = everywhere; `not-shown` = the opposite is shown somewhere; else `undecided`. */
  readonly shown: Shown;
  readonly effects: readonly MeasuredEffect[];
}

/**
 * Judges one predicate on the test split of one evaluation (the newest by default). Intervals decide: an effect whose
 * interval holds zero is undecided unless "no effect" is what is claimed; a single seed decides nothing but ranges of
 * scores. An arm, task or point that the run does not have leaves the predicate undecided, without effects.
 */
export function checkPredicate(record: RunRecord, check: Predicate, evaluationIndex = -1): PredicateResult {
  const { point: value } = check;
  const points = record.spec.points.flatMap((spec, index) =>
    value === undefined || spec.value === value ? [index] : [],
  );
  const task = record.tasks.findIndex((shape) => shape.name === check.task);
  const measured = task === -1 ? [] : points.map((point) => effectsAt(record, check, evaluationIndex, point, task));
  const effects = measured.flat();
  const complete = measured.length > 0 && measured.every((list) => list.length > 0);
  return { shown: complete ? all(effects.map((effect) => effect.shown)) : 'undecided', effects };
}

function all(parts: readonly Shown[]): Shown {
  if (parts.includes('not-shown')) return 'not-shown';
  return parts.includes('undecided') ? 'undecided' : 'shown';
}

function effectsAt(
  record: RunRecord,
  check: Predicate,
  evaluation: number,
  point: number,
  task: number,
): readonly MeasuredEffect[] {
  switch (check.kind) {
    case 'gain': {
      const rows = transferGains(record, evaluation, { split: 'test' });
      const row = rows.find(
        (gain) => gain.point === point && gain.task === task && idOf(record, gain.arm) === check.arm,
      );
      if (row === undefined) return [];
      const { gain: value, halfWidth, n, verdict } = row;
      const shown = judge(check.sign, verdict, halfWidth);
      return [{ point, arms: [check.arm], quantity: 'gain', value, halfWidth, n, shown }];
    }
    case 'order': {
      const pairs = check.arms.slice(1).map((worse, index) => [check.arms[index] ?? worse, worse] as const);
      const effects = pairs.map((arms): MeasuredEffect | null => {
        const compared = comparedScores(record, evaluation, point, task, arms);
        if (compared === null) return null;
        const { advantage: value, halfWidth, n, verdict } = compared;
        return {
          point,
          arms,
          quantity: 'advantage',
          value,
          halfWidth,
          n,
          shown: judge('positive', verdict, halfWidth),
        };
      });
      return effects.every((effect) => effect !== null) ? effects : [];
    }
    case 'close': {
      const [first, second] = check.arms;
      if (first === undefined || second === undefined) return [];
      const compared = comparedScores(record, evaluation, point, task, [first, second]);
      if (compared === null) return [];
      const value = Math.abs(compared.means[0] - compared.means[1]);
      const bound = check.within * Math.abs(compared.means[1]);
      const gap = value === 0 ? 0 : value / Math.abs(compared.means[1]);
      const shown = value <= bound ? 'shown' : 'not-shown';
      return [{ point, arms: [first, second], quantity: 'gap', value: gap, halfWidth: null, n: compared.n, shown }];
    }
    case 'score': {
      const compared = comparedScores(record, evaluation, point, task, [check.arm, check.arm]);
      if (compared === null) return [];
      const { n, scoreHalfWidth: halfWidth, means } = compared;
      const [value] = means;
      const inside =
        value >= (check.min ?? Number.NEGATIVE_INFINITY) && value <= (check.max ?? Number.POSITIVE_INFINITY);
      const shown = inside ? 'shown' : 'not-shown';
      return [{ point, arms: [check.arm], quantity: 'score', value, halfWidth, n, shown }];
    }
  }
}

/** Whether a verdict bears out the claimed sign; without an interval nothing is borne out. */
function judge(claimed: 'positive' | 'negative' | 'none', verdict: Verdict, halfWidth: number | null): Shown {
  if (halfWidth === null) return 'undecided';
  if (claimed === 'none') return verdict === 'undecided' ? 'shown' : 'not-shown';
  if (verdict === 'undecided') return 'undecided';
  return (verdict === 'helps') === (claimed === 'positive') ? 'shown' : 'not-shown';
}

function idOf(record: RunRecord, arm: number): string | undefined {
  return record.spec.arms[arm]?.id;
}
