/**
 * What a search over arms would have found and what it would have cost, told from a run in which all of them were
 * trained to the end: a network's numbers do not depend on its company. Arms are ranked by their scaled validation loss.
 */
import { mean } from '../../numeric/statistics';
import type { RunRecord } from '../runRecord';
import { scaledLosses } from './scaledLoss';
import { seedSummary, type SeedSummary } from './seedSummary';

/** The end of one search. */
export interface SearchOutcome {
  /** The arm chosen. */
  readonly arm: number;
  /** Training steps of all its trials together, for one seed. */
  readonly steps: number;
}

/** A search, once with the mean over seeds as its judge and once by each seed for itself. */
export interface ArmSearch<Outcome extends SearchOutcome = SearchOutcome> {
  readonly pooled: Outcome;
  readonly perSeed: readonly Outcome[];
  /** Steps of training every arm to the end, for one seed. */
  readonly gridSteps: number;
  /** Scaled validation loss of each seed's choice above that of the best arm of the whole grid; never below 0. */
  readonly regret: SeedSummary;
  /** The same on the test split, against the arm that the whole grid would have chosen on validation. */
  readonly testRegret: SeedSummary;
}

/** Scaled losses per arm (of those asked for) and seed. */
export type LossTable = ReadonlyMap<number, readonly number[]>;

/** `null` when one of the arms was not measured. */
export function lossTable(
  record: RunRecord,
  arms: readonly number[],
  at: { readonly point: number; readonly evaluation: number },
  split: 'validation' | 'test' = 'validation',
): LossTable | null {
  const entries = arms.map((arm) => [arm, scaledLosses(record, { ...at, arm }, split)] as const);
  const measured = entries.flatMap(([arm, losses]) => (losses === null ? [] : [[arm, losses] as const]));
  return measured.length === arms.length && arms.length > 0 ? new Map(measured) : null;
}

/** What a search looks at: the loss of an arm, for one seed or as the mean over seeds (`null`). */
export function judged(table: LossTable, arm: number, seed: number | null): number {
  const losses = table.get(arm) ?? [];
  return seed === null ? mean(losses) : (losses[seed] ?? Number.NaN);
}

/** Arms by loss, best first; of equals the one named first. */
export function ranked(arms: readonly number[], loss: (arm: number) => number): readonly number[] {
  return arms.toSorted((a, b) => loss(a) - loss(b) || arms.indexOf(a) - arms.indexOf(b));
}

/**
 * Runs a search for the mean over seeds and for every seed, and compares its choices with those of the whole grid at the
 * newest evaluation. `null` when losses are missing, or while `run` has no answer yet.
 */
export function searchArms<Outcome extends SearchOutcome>(
  record: RunRecord,
  { arms, point }: { readonly arms: readonly number[]; readonly point: number },
  run: (seed: number | null) => Outcome | null,
): ArmSearch<Outcome> | null {
  const at = { point, evaluation: -1 };
  const validation = lossTable(record, arms, at);
  const test = lossTable(record, arms, at, 'test');
  const pooled = run(null);
  const perSeed = record.spec.seeds.flatMap((_, seed) => run(seed) ?? []);
  if (validation === null || test === null || pooled === null || perSeed.length === 0) return null;
  const above = (table: LossTable) =>
    perSeed.map(({ arm }, seed) => {
      const [best = arm] = ranked(arms, (other) => judged(validation, other, seed));
      return judged(table, arm, seed) - judged(table, best, seed);
    });
  return {
    pooled,
    perSeed,
    gridSteps: arms.length * (record.evaluations.at(-1)?.step ?? 0),
    regret: seedSummary(above(validation)),
    testRegret: seedSummary(above(test)),
  };
}
