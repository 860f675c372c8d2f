/** Claims about the course of a training: barrier, stopping, forgetting. */
import { LINE_POINTS } from '../../training/events';
import { earlyStopping } from '../practice/earlyStopping';
import { betterSign } from '../practice/goodness';
import { pairedSummary, seedSummary } from '../practice/seedSummary';
import { seedValues } from '../quantity';
import type { RunRecord } from '../runRecord';
import { signedEffect, type MeasuredEffect, type PredicateOf } from './effect';
import { armIndex, meanOfLists, taskIndices, type Place } from './place';

/**
 * Highest error strictly between the two trunks above the straight line between the errors at its ends (error barrier;
 * Frankle et al. 2020, in the form of Entezari et al. 2022). Negative where every network in between is better than that
 * line; the ends themselves, where it is 0, do not count.
 */
export function barrierEffects(place: Place, check: PredicateOf<'barrier'>): readonly MeasuredEffect[] {
  const { record, evaluation, point } = place;
  const arm = armIndex(record, check.arm);
  const score = record.tasks.at(-1)?.score;
  if (arm === null || score === undefined) return [];
  const line = Array.from({ length: LINE_POINTS }, (_, at) =>
    seedValues(record, evaluation, { point, arm, quantity: 'interpolation', place: at }),
  );
  if (line.some((values) => values.length === 0)) return [];
  const error = (at: number, seed: number) => -betterSign(score) * (line[at]?.[seed] ?? Number.NaN);
  const last = LINE_POINTS - 1;
  const barriers = record.spec.seeds.map((_, seed) => {
    const above = line.map((_, at) => error(at, seed) - ((last - at) * error(0, seed) + at * error(last, seed)) / last);
    return Math.max(...above.slice(1, -1));
  });
  return [signedEffect(check.sign, { point, arms: [check.arm], quantity: 'barrier' }, seedSummary(barriers))];
}

/** Test score that stopping keeps minus that of the last step, so signed that more is better. */
export function stoppingEffects(
  record: RunRecord,
  point: number,
  check: PredicateOf<'stopping'>,
): readonly MeasuredEffect[] {
  const arm = armIndex(record, check.arm);
  if (arm === null) return [];
  const stopped = earlyStopping(record, { arm, point, rule: check.rule, patience: check.patience });
  const advantages = taskIndices(record, check.task).map((task) => keptAdvantage(record, point, arm, task, stopped));
  const values = meanOfLists(advantages);
  if (stopped === null || values === null) return [];
  return [signedEffect(check.sign, { point, arms: [check.arm], quantity: 'stopping' }, seedSummary(values))];
}

/** Seed by seed. */
function keptAdvantage(
  record: RunRecord,
  point: number,
  arm: number,
  task: number,
  stopped: ReturnType<typeof earlyStopping>,
): readonly number[] {
  const sign = betterSign(record.tasks[task]?.score ?? 'relativeError');
  const scores = record.evaluations.map((evaluation) =>
    seedValues(record, evaluation, { point, arm, quantity: 'testScore', task }),
  );
  return (stopped?.seeds ?? []).map(({ kept }, seed) => {
    const at = (index: number) => scores.at(index)?.[seed] ?? Number.NaN;
    return sign * (at(kept[task] ?? 0) - at(-1));
  });
}

/** Test score then minus test score at the end, so signed that more is better: positive = forgotten. */
export function forgettingEffects(
  { record, evaluation, point }: Place,
  check: PredicateOf<'forgetting'>,
): readonly MeasuredEffect[] {
  const arm = armIndex(record, check.arm);
  const [task] = taskIndices(record, check.task);
  const end = record.evaluations.at(-1);
  const shape = task === undefined ? undefined : record.tasks[task];
  if (arm === null || task === undefined || end === undefined || shape === undefined) return [];
  const [then, now] = [evaluation, end].map((when) =>
    seedValues(record, when, { point, arm, quantity: 'testScore', task }).map(
      (score) => betterSign(shape.score) * score,
    ),
  );
  if (then === undefined || now === undefined || now.length === 0 || then.length === 0) return [];
  return [signedEffect(check.sign, { point, arms: [check.arm], quantity: 'forgetting' }, pairedSummary(then, now))];
}
