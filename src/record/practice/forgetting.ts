/**
 * What learning one task after another does to the earlier ones. R[i][j] is the test score of task j after phase i, so
 * signed that more is better (minus the relative error). Forgetting of task j (Chaudhry et al. 2018): max_i R[i][j] - R[last][j];
 * backward transfer (Lopez-Paz & Ranzato 2017): the mean over all tasks but the last learned of R[last][j] - R[j][j], negative
 * where the earlier tasks were forgotten.
 */
import { mean } from '../../numeric/statistics';
import { seedValues } from '../quantity';
import type { RunRecord } from '../runRecord';
import { betterSign } from './goodness';
import { seedSummary, type SeedSummary } from './seedSummary';

/** A stretch of training on one task: which, and the step at which it ends. */
export interface Phase {
  readonly task: number;
  readonly until: number;
}

export interface ForgettingOptions {
  /** Default: 0. */
  readonly point?: number;
  readonly arm: number;
  /** In the order of training, one per task. */
  readonly phases: readonly Phase[];
}

export interface Forgetting {
  /** R[i][j] in the order of the phases: both i and j count phases. */
  readonly scores: readonly (readonly SeedSummary[])[];
  /** Of the task of each phase; the last has had no time to be forgotten. */
  readonly forgetting: readonly SeedSummary[];
  /** `null` with one phase. */
  readonly backwardTransfer: SeedSummary | null;
}

/**
 * `null` when there is no evaluation exactly at the end of a phase, or scores are missing.
 * @throws RangeError when an index lies outside the experiment
 */
export function forgetting(record: RunRecord, { point = 0, arm, phases }: ForgettingOptions): Forgetting | null {
  // [phase i][phase j][seed]
  const table = phases.map(({ until }) => {
    const evaluation = record.evaluations.find(({ step }) => step === until);
    return phases.map(({ task }) => {
      const shape = record.tasks[task];
      if (evaluation === undefined || shape === undefined) return [];
      const scores = seedValues(record, evaluation, { point, arm, quantity: 'testScore', task });
      return scores.map((score) => betterSign(shape.score) * score);
    });
  });
  if (phases.length === 0 || table.some((row) => row.some((values) => values.length === 0))) return null;
  const last = phases.length - 1;
  const at = (i: number, j: number, seed: number) => table[i]?.[j]?.[seed] ?? Number.NaN;
  const overSeeds = (value: (seed: number) => number) => seedSummary(record.spec.seeds.map((_, seed) => value(seed)));
  const earlier = phases.slice(0, -1).map((_, j) => j);
  return {
    scores: table.map((row) => row.map(seedSummary)),
    forgetting: phases.map((_, j) =>
      overSeeds((seed) => Math.max(...phases.map((_, i) => at(i, j, seed))) - at(last, j, seed)),
    ),
    backwardTransfer:
      earlier.length === 0 ? null : overSeeds((seed) => mean(earlier.map((j) => at(last, j, seed) - at(j, j, seed)))),
  };
}
