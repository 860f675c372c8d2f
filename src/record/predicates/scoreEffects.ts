/** Claims about test scores: gain, order, close, score. */
import { baselineArm } from '../baselineArm';
import { betterSign } from '../practice/goodness';
import { pairedSummary, seedSummary } from '../practice/seedSummary';
import { seedValues } from '../quantity';
import { transferGain } from '../transferGain';
import { judgeRange, signedEffect, type MeasuredEffect, type PredicateOf } from './effect';
import { armIndex, meanOfLists, neighbours, taskIndices, type Place } from './place';

/** Gain of an arm; over all tasks their mean (delta_m). Empty where the baseline of a task is 0, so that a mean would mix units. */
export function gainEffects(place: Place, check: PredicateOf<'gain'>): readonly MeasuredEffect[] {
  const { record, evaluation, point } = place;
  const arm = armIndex(record, check.arm);
  const baseline = check.against === undefined ? baselineArm(record.spec) : armIndex(record, check.against);
  if (arm === null || baseline === null || arm === baseline) return [];
  const tasks = taskIndices(record, check.task);
  const gains = tasks.map((task) => {
    const scores = (of: number) => seedValues(record, evaluation, { point, arm: of, quantity: 'testScore', task });
    const alone = scores(baseline);
    const shape = record.tasks[task];
    if (alone.length === 0 || shape === undefined) return [];
    const shared = scores(arm);
    const { aloneMean, unit } = transferGain(alone, shared, shape.score);
    if (unit === 'difference' && tasks.length > 1) return [];
    const scale = betterSign(shape.score) / (unit === 'ratio' ? aloneMean : 1);
    return shared.map((score, seed) => (score - (alone[seed] ?? Number.NaN)) * scale);
  });
  const values = meanOfLists(gains);
  if (values === null) return [];
  return [signedEffect(check.sign, { point, arms: [check.arm], quantity: 'gain' }, seedSummary(values))];
}

export function orderEffects(place: Place, check: PredicateOf<'order'>): readonly MeasuredEffect[] {
  const effects = neighbours(check.arms).map((arms): MeasuredEffect | null => {
    const [better, worse] = arms.map((id) => goodness(place, id, check.task));
    if (!better || !worse) return null;
    return signedEffect(
      'positive',
      { point: place.point, arms, quantity: 'advantage' },
      pairedSummary(better.values, worse.values),
    );
  });
  return effects.every((effect) => effect !== null) ? effects : [];
}

/** Decided by the means: equality is nothing that an interval could show. */
export function closeEffects(place: Place, check: PredicateOf<'close'>): readonly MeasuredEffect[] {
  const [first, second] = check.arms.map((id) => goodness(place, id, check.task));
  if (!first || !second) return [];
  const [one, two] = [seedSummary(first.values), seedSummary(second.values)];
  const difference = Math.abs(one.mean - two.mean);
  return [
    {
      point: place.point,
      arms: check.arms,
      quantity: 'gap',
      value: difference === 0 ? 0 : difference / Math.abs(two.mean),
      halfWidth: null,
      n: one.n,
      shown: difference <= check.within * Math.abs(two.mean) ? 'shown' : 'not-shown',
    },
  ];
}

export function meanScoreEffects(place: Place, check: PredicateOf<'score'>): readonly MeasuredEffect[] {
  const measured = goodness(place, check.arm, check.task);
  if (measured === null) return [];
  const { mean, halfWidth, n } = seedSummary(measured.values);
  const value = mean * measured.sign;
  const { point } = place;
  return [{ point, arms: [check.arm], quantity: 'score', value, halfWidth, n, shown: judgeRange(value, check) }];
}

/**
 * Test scores of one task, or the mean over all, so signed that more is better. `null` when not measured, and for a mean
 * over accuracies and errors.
 */
function goodness(
  { record, evaluation, point }: Place,
  id: string,
  name: string | undefined,
): { readonly values: readonly number[]; readonly sign: 1 | -1 } | null {
  const arm = armIndex(record, id);
  const tasks = taskIndices(record, name);
  const [sign, ...others] = new Set(tasks.map((task) => betterSign(record.tasks[task]?.score ?? 'relativeError')));
  if (arm === null || sign === undefined || others.length > 0) return null;
  const values = meanOfLists(
    tasks.map((task) => seedValues(record, evaluation, { point, arm, quantity: 'testScore', task })),
  );
  return values === null ? null : { values: values.map((value) => sign * value), sign };
}
