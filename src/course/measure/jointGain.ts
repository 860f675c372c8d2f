/**
 * Gains of a whole network. Where all tasks are scored alike (an angle sweep), their mean score per seed says how well
 * the network did; where they are not, only per-task gains make sense and nothing is averaged.
 */
import { seedValues } from '../../record/quantity';
import type { RunRecord } from '../../record/runRecord';
import { transferGain, type TransferGain } from '../../record/transferGain';

export interface NetworkAddress {
  /** Indices into `spec.points` and `spec.arms`. */
  readonly point: number;
  readonly arm: number;
  readonly split: 'validation' | 'test';
}

/**
 * Mean score over tasks, one number per seed, at one evaluation (`-1` = the newest).
 * Empty when nothing was measured there or the tasks are scored in different ways.
 */
export function jointScores(record: RunRecord, evaluationIndex: number, at: NetworkAddress): readonly number[] {
  const evaluation = record.evaluations.at(evaluationIndex);
  const kinds = new Set(record.tasks.map((task) => task.score));
  if (evaluation === undefined || kinds.size !== 1) return [];
  const quantity = at.split === 'test' ? 'testScore' : 'validationScore';
  const perTask = record.tasks.map((_, task) =>
    seedValues(record, evaluation, { point: at.point, arm: at.arm, quantity, task }),
  );
  if (perTask.some((values) => values.length === 0)) return [];
  return record.spec.seeds.map(
    (_, seed) => perTask.reduce((sum, values) => sum + (values[seed] ?? Number.NaN), 0) / perTask.length,
  );
}

/** Paired gain of one arm over another (not only over `alone`); `null` where {@link jointScores} has nothing. */
export function jointGain(
  record: RunRecord,
  evaluationIndex: number,
  at: NetworkAddress & { readonly against: number },
): TransferGain | null {
  const score = record.tasks[0]?.score;
  const base = jointScores(record, evaluationIndex, { ...at, arm: at.against });
  const values = jointScores(record, evaluationIndex, at);
  if (score === undefined || base.length === 0 || values.length === 0) return null;
  return transferGain(base, values, score);
}
