/** Claims about choosing a scheme: cross-validated, halving, random. */
import { mean } from '../../numeric/statistics';
import { judged, lossTable, ranked, type ArmSearch, type LossTable } from '../practice/armSearch';
import { crossValidation } from '../practice/crossValidation';
import { randomSearch } from '../practice/randomSearch';
import { seedSummary, type SeedSummary } from '../practice/seedSummary';
import { successiveHalving } from '../practice/successiveHalving';
import type { RunRecord } from '../runRecord';
import { judgeBound, type MeasuredEffect, type PredicateOf } from './effect';
import { armIndices, meanOfLists } from './place';

/** Every seed chooses from its own folds; it is compared with the scheme of the lowest mean test loss, the same for all. */
export function crossValidatedEffects(
  record: RunRecord,
  check: PredicateOf<'cross-validated'>,
): readonly MeasuredEffect[] {
  const arms = armIndices(record, check.arms);
  const chosen = arms === null ? null : crossValidation(record, { arms });
  if (arms === null || chosen === null) return [];
  const folds = record.spec.points.flatMap((point, index) => (point.fold === null ? [] : [index]));
  const tables = folds.flatMap((point) => lossTable(record, arms, { point, evaluation: -1 }, 'test') ?? []);
  const test: LossTable = new Map(
    arms.map((arm) => [arm, meanOfLists(tables.map((table) => table.get(arm) ?? [])) ?? []]),
  );
  const [best = 0] = ranked(arms, (arm) => judged(test, arm, null));
  const losses = chosen.chosenPerSeed.map((arm, seed) => judged(test, arm, seed));
  return [regretEffect(null, check, excess(losses, test.get(best) ?? []))];
}

export function halvingEffects(
  record: RunRecord,
  point: number,
  check: PredicateOf<'halving'>,
): readonly MeasuredEffect[] {
  const arms = armIndices(record, check.arms);
  if (arms === null) return [];
  const rungs = check.rungs ?? rungsToOne(arms.length, check.eta);
  return searchEffects(record, point, check, successiveHalving(record, { arms, point, eta: check.eta, rungs }).search);
}

/** Seed of the draw: which schemes are tried is the same for everybody. */
const DRAW = 1;

export function randomEffects(
  record: RunRecord,
  point: number,
  check: PredicateOf<'random'>,
): readonly MeasuredEffect[] {
  const arms = armIndices(record, check.arms);
  if (arms === null) return [];
  const budget = Math.max(1, Math.floor(check.budget * arms.length));
  return searchEffects(record, point, check, randomSearch(record, { arms, point, budget, seed: DRAW }));
}

/** Rungs after which floor(arms / eta) at each has left one. */
function rungsToOne(arms: number, eta: number): number {
  return arms <= 1 ? 1 : 1 + rungsToOne(Math.max(1, Math.floor(arms / eta)), eta);
}

/** Against what each seed would have chosen from all schemes trained to the end. */
function searchEffects(
  record: RunRecord,
  point: number,
  check: PredicateOf<'halving'> | PredicateOf<'random'>,
  search: ArmSearch | null,
): readonly MeasuredEffect[] {
  const arms = armIndices(record, check.arms) ?? [];
  const at = { point, evaluation: -1 };
  const validation = lossTable(record, arms, at);
  const test = lossTable(record, arms, at, 'test');
  if (search === null || validation === null || test === null) return [];
  const losses = search.perSeed.map(({ arm }, seed) => judged(test, arm, seed));
  const whole = search.perSeed.map((_, seed) => {
    const [best = 0] = ranked(arms, (arm) => judged(validation, arm, seed));
    return judged(test, best, seed);
  });
  const cost = search.pooled.steps / search.gridSteps;
  const shown = cost <= check.budget ? 'shown' : 'not-shown';
  return [
    regretEffect(point, check, excess(losses, whole)),
    { point, arms: check.arms, quantity: 'cost', value: cost, halfWidth: null, n: losses.length, shown },
  ];
}

/** Paired difference as a part of the mean of the second. */
function excess(losses: readonly number[], best: readonly number[]): SeedSummary {
  const scale = mean(best);
  return seedSummary(losses.map((loss, seed) => (loss - (best[seed] ?? Number.NaN)) / scale));
}

function regretEffect(
  point: number | null,
  check: { readonly arms: readonly string[]; readonly within: number },
  regret: SeedSummary,
): MeasuredEffect {
  const { mean: value, halfWidth, n } = regret;
  return { point, arms: check.arms, quantity: 'regret', value, halfWidth, n, shown: judgeBound(regret, check.within) };
}
