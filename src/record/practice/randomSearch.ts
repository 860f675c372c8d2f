/**
 * Random search (Bergstra & Bengio 2012) over the arms of a grid: `budget` of them, drawn without repetition, are trained
 * to the end and the best on validation is chosen. Every seed of the run draws arms of its own, so that its regret is an
 * average over draws too. The whole grid as budget is grid search.
 */
import { createStream, permutation } from '../../numeric/random';
import type { RunRecord } from '../runRecord';
import { judged, lossTable, ranked, searchArms, type ArmSearch, type SearchOutcome } from './armSearch';

export interface RandomSearchOptions {
  readonly arms: readonly number[];
  /** Default: 0. */
  readonly point?: number;
  /** Arms that are tried, 1 .. arms.length. */
  readonly budget: number;
  /** Seed of the draw, an unsigned 32-bit integer. */
  readonly seed: number;
}

export interface RandomOutcome extends SearchOutcome {
  /** The arms tried, in order. */
  readonly tried: readonly number[];
  /** The best arm so far after each trial. */
  readonly best: readonly number[];
}

/**
 * `null` when the run lacks losses.
 * @throws RangeError when the budget lies outside 1 .. arms, the seed or an arm out of range
 */
export function randomSearch(record: RunRecord, options: RandomSearchOptions): ArmSearch<RandomOutcome> | null {
  const { arms, budget, point = 0, seed: drawSeed } = options;
  if (!Number.isInteger(budget) || budget < 1 || budget > arms.length) {
    throw new RangeError(`cannot try ${budget} of ${arms.length} arms`);
  }
  const table = lossTable(record, arms, { point, evaluation: -1 });
  const steps = record.evaluations.at(-1)?.step ?? 0;
  return searchArms(record, { arms, point }, (seed) => {
    if (table === null) return null;
    // Stream 0 is the draw for the mean over seeds, stream s + 1 that of seed s.
    const stream = createStream(drawSeed, 'practice.randomSearch', seed === null ? 0 : seed + 1);
    const tried = [...permutation(stream, arms.length)].slice(0, budget).map((index) => arms[index] ?? 0);
    const best = tried.map((_, trial) => {
      const [leader = 0] = ranked(tried.slice(0, trial + 1), (arm) => judged(table, arm, seed));
      return leader;
    });
    return { arm: best.at(-1) ?? 0, steps: budget * steps, tried, best };
  });
}
