/** What differs between two runs: their settings, and - with intervals - their results. */
import { meanInterval, sampleStd, tQuantile975 } from '../numeric/statistics';
import type { RunRecord } from './runRecord';
import { seedValues } from './quantity';
import { verdictOf } from './transferGain';
import { specDifferences, type SpecDifference } from './specDifferences';

export interface ComparedScore {
  /** Indices into the first record's spec and tasks. */
  readonly point: number;
  readonly arm: number;
  readonly task: number;
  /** Mean test score of each run. */
  readonly before: number;
  readonly after: number;
  /** Improvement, positive = the second run is better, in units of the score. */
  readonly improvement: number;
  /** Half width of its 95 % interval; `null` where it cannot be told. */
  readonly halfWidth: number | null;
  /** Paired over common seeds; else the two means are compared as independent (Welch). */
  readonly paired: boolean;
  /** Seeds behind the interval: the common ones, or the smaller of the two counts. */
  readonly n: number;
  readonly verdict: 'better' | 'worse' | 'undecided';
}

export interface RecordComparison {
  /** Step at which both are read: the newest one both have reached. */
  readonly step: number;
  readonly differences: readonly SpecDifference[];
  /** One per point, arm id and task name that both runs have. */
  readonly scores: readonly ComparedScore[];
}

/**
 * Compares an earlier run with a later one at the same step. Points are matched by position, arms by id, tasks by name
 * and kind of score. `null` while either run has no evaluation.
 */
export function compareRecords(before: RunRecord, after: RunRecord): RecordComparison | null {
  const step = Math.min(before.evaluations.at(-1)?.step ?? -1, after.evaluations.at(-1)?.step ?? -1);
  const first = before.evaluations.findLast((entry) => entry.step <= step);
  const second = after.evaluations.findLast((entry) => entry.step <= step);
  if (first === undefined || second === undefined) return null;
  const scores: ComparedScore[] = [];
  before.spec.points.forEach((_, point) => {
    if (point >= after.spec.points.length) return;
    before.spec.arms.forEach(({ id }, arm) => {
      const otherArm = after.spec.arms.findIndex((candidate) => candidate.id === id);
      if (otherArm === -1) return;
      before.tasks.forEach((shape, task) => {
        const otherTask = after.tasks.findIndex((other) => other.name === shape.name && other.score === shape.score);
        if (otherTask === -1) return;
        const one = seedValues(before, first, { point, arm, quantity: 'testScore', task });
        const two = seedValues(after, second, { point, arm: otherArm, quantity: 'testScore', task: otherTask });
        if (one.length === 0 || two.length === 0) return;
        const sign = shape.score === 'accuracy' ? 1 : -1;
        scores.push({ point, arm, task, ...compareScores(before.spec.seeds, one, after.spec.seeds, two, sign) });
      });
    });
  });
  return { step, differences: specDifferences(before.spec, after.spec), scores };
}

const words = { helps: 'better', hurts: 'worse', undecided: 'undecided' } as const;

function compareScores(
  firstSeeds: readonly number[],
  first: readonly number[],
  secondSeeds: readonly number[],
  second: readonly number[],
  sign: 1 | -1,
): Omit<ComparedScore, 'point' | 'arm' | 'task'> {
  const before = meanInterval(first).mean;
  const after = meanInterval(second).mean;
  const differences = firstSeeds.flatMap((seed, index) => {
    const other = secondSeeds.indexOf(seed);
    return other === -1 ? [] : [sign * ((second[other] ?? Number.NaN) - (first[index] ?? Number.NaN))];
  });
  const paired = differences.length >= 2;
  const improvement = paired ? meanInterval(differences).mean : sign * (after - before);
  const halfWidth = paired ? meanInterval(differences).halfWidth : welchHalfWidth(first, second);
  return {
    before,
    after,
    improvement,
    halfWidth,
    paired,
    n: paired ? differences.length : Math.min(first.length, second.length),
    verdict: words[verdictOf(improvement, halfWidth)],
  };
}

/** Welch's interval for a difference of two independent means; degrees of freedom rounded down, so never too narrow. */
function welchHalfWidth(first: readonly number[], second: readonly number[]): number | null {
  if (first.length < 2 || second.length < 2) return null;
  const a = squaredStandardError(first);
  const b = squaredStandardError(second);
  if (a + b === 0) return 0;
  const freedom = (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1));
  return tQuantile975(Math.max(1, Math.floor(freedom))) * Math.sqrt(a + b);
}

function squaredStandardError(values: readonly number[]): number {
  return sampleStd(values) ** 2 / values.length;
}
