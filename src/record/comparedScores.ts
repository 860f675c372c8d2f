import { meanInterval } from '../numeric/statistics';
import { seedValues } from './quantity';
import type { RunRecord } from './runRecord';
import { verdictOf, type Verdict } from './transferGain';

export interface ComparedArms {
  /** Mean test scores of the first and the second arm. */
  readonly means: readonly [number, number];
  /** Half width of the interval of the first mean. */
  readonly scoreHalfWidth: number | null;
  /** Mean over seeds of how much better the first arm's score is, in units of the score. */
  readonly advantage: number;
  /** Half width of its paired 95 % interval; `null` with fewer than two seeds. */
  readonly halfWidth: number | null;
  readonly n: number;
  /** `helps` = the first is better. */
  readonly verdict: Verdict;
}

/** Two arms (by id) on one task at one point, paired over seeds on the test split; `null` when not measured. */
export function comparedScores(
  record: RunRecord,
  evaluationIndex: number,
  point: number,
  task: number,
  arms: readonly [string, string],
): ComparedArms | null {
  const evaluation = record.evaluations.at(evaluationIndex);
  const shape = record.tasks[task];
  const [first, second] = arms.map((id) => record.spec.arms.findIndex((arm) => arm.id === id));
  if (evaluation === undefined || shape === undefined || first === undefined || second === undefined) return null;
  if (first === -1 || second === -1) return null;
  const one = seedValues(record, evaluation, { point, arm: first, quantity: 'testScore', task });
  const two = seedValues(record, evaluation, { point, arm: second, quantity: 'testScore', task });
  if (one.length === 0) return null;
  const sign = shape.score === 'accuracy' ? 1 : -1;
  const difference = meanInterval(one.map((value, seed) => sign * (value - (two[seed] ?? Number.NaN))));
  const halfWidth = one.length < 2 ? null : difference.halfWidth;
  const score = meanInterval(one);
  return {
    means: [score.mean, meanInterval(two).mean],
    scoreHalfWidth: one.length < 2 ? null : score.halfWidth,
    advantage: difference.mean,
    halfWidth,
    n: one.length,
    verdict: verdictOf(difference.mean, halfWidth),
  };
}
