/**
 * Successive halving (Jamieson & Talwalkar 2016): train all arms a little, keep the best 1/eta, train those longer, and so
 * on until one is trained to the end. Rung r of R stands at steps / eta^(R-1-r), at the last evaluation up to there.
 */
import type { RunRecord } from '../runRecord';
import { judged, lossTable, ranked, searchArms, type ArmSearch, type SearchOutcome } from './armSearch';

export interface HalvingOptions {
  /** The arms that compete. */
  readonly arms: readonly number[];
  /** Default: 0. */
  readonly point?: number;
  /** Every rung keeps floor(arms / eta) arms, at least one; eta >= 2. */
  readonly eta: number;
  /** Rungs, the one at the end of training included. */
  readonly rungs: number;
}

export interface Rung {
  /** Index of the evaluation and its step. */
  readonly evaluation: number;
  readonly step: number;
  /** The arms that trained to this step, best first. */
  readonly arms: readonly number[];
  /** Those that go on; at the last rung the one that is chosen. */
  readonly survivors: readonly number[];
}

export interface HalvingOutcome extends SearchOutcome {
  readonly rungs: readonly Rung[];
}

export interface Halving {
  /** Rungs that the run has reached, judged by the mean over seeds: what a growing run can show. */
  readonly rungs: readonly Rung[];
  /** `null` until the last rung is reached. */
  readonly search: ArmSearch<HalvingOutcome> | null;
}

/** Evaluations of the rungs that the run has reached. */
function rungEvaluations(record: RunRecord, { eta, rungs }: HalvingOptions): readonly number[] {
  const { steps } = record.spec.training;
  const reached = record.evaluations.at(-1)?.step ?? 0;
  const wanted = Array.from({ length: rungs }, (_, rung) => Math.round(steps / eta ** (rungs - 1 - rung)));
  return wanted
    .filter((step) => step <= reached)
    .map((step) => record.evaluations.findLastIndex((evaluation) => evaluation.step <= step));
}

function climb(
  record: RunRecord,
  options: HalvingOptions,
  evaluations: readonly number[],
  seed: number | null,
): readonly Rung[] {
  const result: Rung[] = [];
  let { arms } = options;
  for (const [rung, evaluation] of evaluations.entries()) {
    const table = lossTable(record, arms, { point: options.point ?? 0, evaluation });
    if (table === null) break;
    const order = ranked(arms, (arm) => judged(table, arm, seed));
    const kept = rung === options.rungs - 1 ? 1 : Math.max(1, Math.floor(order.length / options.eta));
    const survivors = order.slice(0, kept);
    result.push({ evaluation, step: record.evaluations[evaluation]?.step ?? 0, arms: order, survivors });
    arms = survivors;
  }
  return result;
}

/** Training goes on from rung to rung, so each costs only the steps since the one before. */
function stepsOf(rungs: readonly Rung[]): number {
  return rungs.reduce((sum, rung, index) => sum + rung.arms.length * (rung.step - (rungs[index - 1]?.step ?? 0)), 0);
}

/**
 * Successive halving among the arms of one point.
 * @throws RangeError for eta below 2, fewer than one rung, no arms, or arms outside the experiment
 */
export function successiveHalving(record: RunRecord, options: HalvingOptions): Halving {
  const { arms, eta, point = 0, rungs: count } = options;
  if (!(eta >= 2) || !(count >= 1) || arms.length === 0) {
    throw new RangeError(`cannot halve ${arms.length} arms with eta ${eta} in ${count} rungs`);
  }
  const evaluations = rungEvaluations(record, options);
  const outcome = (seed: number | null): HalvingOutcome | null => {
    const rungs = climb(record, options, evaluations, seed);
    const [arm] = rungs[count - 1]?.survivors ?? [];
    return arm === undefined ? null : { arm, steps: stepsOf(rungs), rungs };
  };
  return {
    rungs: climb(record, options, evaluations, null),
    search: searchArms(record, { arms, point }, outcome),
  };
}
