/**
 * Early stopping, told from a run that went on: where each rule would have stopped, and what the test split says of it.
 * Stopping is chosen on the validation split only; choosing on the test split (as LibMTL does when it is given no
 * validation set) would flatter the result.
 */
import { mean } from '../../numeric/statistics';
import { seedValues } from '../quantity';
import type { RunRecord } from '../runRecord';
import { betterSign } from './goodness';
import { taskLosses } from './scaledLoss';
import { pairedSummary, seedSummary, type SeedSummary } from './seedSummary';

/**
 * `sum`: the sum of the validation losses; `mean-gain`: the mean over tasks of their relative improvement since the start
 * (so that a task with large losses does not decide alone); `task`: each task its own, with a checkpoint of its own.
 */
export type StoppingRule = 'sum' | 'task' | 'mean-gain';

export interface StoppingOptions {
  readonly arm: number;
  /** Default: 0. */
  readonly point?: number;
  readonly rule: StoppingRule;
  /** Evaluations without a new best after which training ends; `null` = train to the end, keep the best. */
  readonly patience: number | null;
}

export interface StoppedSeed {
  /** Per task: index of the evaluation that is kept. The same for all unless the rule is `task`. */
  readonly kept: readonly number[];
  /** Step at which training ends. */
  readonly endedAt: number;
}

export interface StoppedTask {
  /** Step of the kept evaluation. */
  readonly step: SeedSummary;
  /** Test score there, and at the last evaluation. */
  readonly score: SeedSummary;
  readonly lastScore: SeedSummary;
  /** By how much stopping is better than the last evaluation, in units of the score, paired. */
  readonly advantage: SeedSummary;
}

export interface EarlyStopping {
  readonly seeds: readonly StoppedSeed[];
  readonly tasks: readonly StoppedTask[];
  readonly endedAt: SeedSummary;
}

/**
 * Index of the first lowest value before `patience` values in a row bring no new lowest, and where that happens.
 * `ended` is the last index looked at.
 */
export function stopAt(
  values: readonly number[],
  patience: number | null,
): { readonly kept: number; readonly ended: number } {
  let kept = 0;
  for (const [index, value] of values.entries()) {
    if (value < (values[kept] ?? Number.NaN)) kept = index;
    if (patience !== null && index - kept >= patience) return { kept, ended: index };
  }
  return { kept, ended: values.length - 1 };
}

/**
 * What a stopping rule would have done to one arm. `null` when the run has no evaluations or lacks losses or scores.
 * @throws RangeError when arm or point lie outside the experiment
 */
export function earlyStopping(record: RunRecord, options: StoppingOptions): EarlyStopping | null {
  const losses = validationLosses(record, options);
  const scores = testScores(record, options);
  if (losses === null || scores === null) return null;
  const seeds = record.spec.seeds.map((_, seed) => stopSeed(record, losses[seed] ?? [], options));
  return {
    seeds,
    tasks: record.tasks.map((shape, task) => {
      const kept = seeds.map((stopped) => stopped.kept[task] ?? 0);
      const stopped = kept.map((evaluation, seed) => scores[seed]?.[task]?.[evaluation] ?? Number.NaN);
      const last = scores.map((tasks) => tasks[task]?.at(-1) ?? Number.NaN);
      const sign = betterSign(shape.score);
      return {
        step: seedSummary(kept.map((evaluation) => record.evaluations[evaluation]?.step ?? Number.NaN)),
        score: seedSummary(stopped),
        lastScore: seedSummary(last),
        advantage: pairedSummary(
          stopped.map((value) => sign * value),
          last.map((value) => sign * value),
        ),
      };
    }),
    endedAt: seedSummary(seeds.map((stopped) => stopped.endedAt)),
  };
}

function stopSeed(
  record: RunRecord,
  losses: readonly (readonly number[])[],
  { rule, patience }: StoppingOptions,
): StoppedSeed {
  const criteria = rule === 'task' ? losses : [combined(record, losses, rule)];
  const stops = criteria.map((values) => stopAt(values, patience));
  const ended = Math.max(...stops.map((stop) => stop.ended));
  return {
    kept: record.tasks.map((_, task) => stops[rule === 'task' ? task : 0]?.kept ?? 0),
    endedAt: record.evaluations[ended]?.step ?? Number.NaN,
  };
}

/** What `sum` and `mean-gain` wait for to fall. */
function combined(record: RunRecord, losses: readonly (readonly number[])[], rule: 'sum' | 'mean-gain'): number[] {
  return record.evaluations.map((_, index) => {
    const values = losses.map((task) => task[index] ?? Number.NaN);
    if (rule === 'sum') return values.reduce((sum, value) => sum + value, 0);
    // Minus the mean of (L(0) - L) / L(0), up to a constant.
    return mean(values.map((value, task) => value / (losses[task]?.[0] || 1)));
  });
}

/** [seed][task][evaluation] */
function validationLosses(record: RunRecord, at: StoppingOptions) {
  return series(record, (evaluation, task) =>
    taskLosses(record, { evaluation, point: at.point ?? 0, arm: at.arm, task }, 'validation'),
  );
}

function testScores(record: RunRecord, at: StoppingOptions) {
  return series(record, (index, task) => {
    const evaluation = record.evaluations[index];
    if (evaluation === undefined) return null;
    const address = { point: at.point ?? 0, arm: at.arm, quantity: 'testScore', task } as const;
    const values = seedValues(record, evaluation, address);
    return values.length === 0 ? null : values;
  });
}

function series(
  record: RunRecord,
  values: (evaluation: number, task: number) => readonly number[] | null,
): readonly (readonly (readonly number[])[])[] | null {
  const table = record.tasks.map((_, task) => record.evaluations.map((_, evaluation) => values(evaluation, task)));
  const complete = record.evaluations.length > 0 && table.every((row) => row.every((entry) => entry !== null));
  if (!complete) return null;
  return record.spec.seeds.map((_, seed) =>
    table.map((evaluations) => evaluations.map((entry) => entry[seed] ?? Number.NaN)),
  );
}
