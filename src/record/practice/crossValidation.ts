/**
 * k-fold cross-validation over the arms of a run whose points are the folds: same folds for all arms, and each arm judged by
 * the mean over folds of its scaled validation loss. Beside it what one would have chosen from a single split.
 */
import { mean } from '../../numeric/statistics';
import type { RunRecord } from '../runRecord';
import { judged, lossTable, ranked, type LossTable } from './armSearch';
import { pairedSummary, seedSummary, type SeedSummary } from './seedSummary';

export interface CrossValidationOptions {
  /** The arms to choose from. */
  readonly arms: readonly number[];
  /** Points that are the folds. Default: all that have one. */
  readonly folds?: readonly number[];
  /** Index of the evaluation; default: the newest. */
  readonly evaluation?: number;
}

export interface ValidatedArm {
  readonly arm: number;
  /** Mean over folds of the scaled validation loss, summed up over seeds. */
  readonly validation: SeedSummary;
  /** The same of the test split: what may be reported of the chosen one. */
  readonly test: SeedSummary;
}

export interface CrossValidation {
  readonly arms: readonly ValidatedArm[];
  /** Chosen by the mean over folds and seeds. */
  readonly chosen: number;
  /** Chosen by each seed from its own folds. */
  readonly chosenPerSeed: readonly number[];
  /** Chosen by each seed from one fold alone, [seed][fold]. */
  readonly chosenPerSplit: readonly (readonly number[])[];
  /** Share of single splits that choose what their seed's cross-validation chooses. */
  readonly agreement: number;
  /** Scaled test loss of a single split's choice (mean over splits) minus that of cross-validation's, paired by seed. */
  readonly singleSplitCost: SeedSummary;
}

/** Mean over folds, per arm and seed. */
function overFolds(tables: readonly LossTable[], arms: readonly number[], seeds: number): LossTable {
  return new Map(
    arms.map((arm) => [
      arm,
      Array.from({ length: seeds }, (_, seed) => mean(tables.map((table) => judged(table, arm, seed)))),
    ]),
  );
}

/** `null` when the run has no folds or lacks losses. @throws RangeError when an arm or fold lies outside the experiment */
export function crossValidation(record: RunRecord, options: CrossValidationOptions): CrossValidation | null {
  const { points, seeds } = record.spec;
  const { arms, evaluation = -1 } = options;
  const folds = options.folds ?? points.flatMap((point, index) => (point.fold === null ? [] : [index]));
  const read = (split: 'validation' | 'test') =>
    folds.flatMap((point) => lossTable(record, arms, { point, evaluation }, split) ?? []);
  const validationFolds = read('validation');
  const testFolds = read('test');
  if (folds.length === 0 || validationFolds.length < folds.length || testFolds.length < folds.length) return null;
  const validation = overFolds(validationFolds, arms, seeds.length);
  const test = overFolds(testFolds, arms, seeds.length);
  const choose = (table: LossTable, seed: number | null): number => {
    const [best = 0] = ranked(arms, (arm) => judged(table, arm, seed));
    return best;
  };
  const chosenPerSeed = seeds.map((_, seed) => choose(validation, seed));
  const chosenPerSplit = seeds.map((_, seed) => validationFolds.map((table) => choose(table, seed)));
  const hits = chosenPerSplit.map((choices, seed) => mean(choices.map((arm) => Number(arm === chosenPerSeed[seed]))));
  return {
    arms: arms.map((arm) => ({
      arm,
      validation: seedSummary(validation.get(arm) ?? []),
      test: seedSummary(test.get(arm) ?? []),
    })),
    chosen: choose(validation, null),
    chosenPerSeed,
    chosenPerSplit,
    agreement: mean(hits),
    singleSplitCost: pairedSummary(
      chosenPerSplit.map((choices, seed) => mean(choices.map((arm) => judged(test, arm, seed)))),
      chosenPerSeed.map((arm, seed) => judged(test, arm, seed)),
    ),
  };
}
