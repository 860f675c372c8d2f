import type { RunRecord } from './runRecord';
import { baselineArm } from './baselineArm';
import { seedValues } from './quantity';
import { transferGain, type TransferGain } from './transferGain';

/** Gain of one arm on one task at one point; `point`, `arm` and `task` are indices. */
export interface GainRow extends TransferGain {
  readonly point: number;
  readonly arm: number;
  readonly task: number;
}

export interface GainOptions {
  readonly split: 'validation' | 'test';
}

/**
 * Gains of every arm but the baseline, for every point and task, at one evaluation (index into `record.evaluations`,
 * `-1` = the newest). Empty without a baseline, without that evaluation, or when its scores were dropped.
 * See {@link transferGain} for the definition.
 */
export function transferGains(record: RunRecord, evaluationIndex: number, options: GainOptions): readonly GainRow[] {
  const baseline = baselineArm(record.spec);
  const evaluation = record.evaluations.at(evaluationIndex);
  if (baseline === null || evaluation === undefined) return [];
  const quantity = options.split === 'test' ? 'testScore' : 'validationScore';
  const rows: GainRow[] = [];
  record.spec.points.forEach((_, point) => {
    record.spec.arms.forEach((_, arm) => {
      if (arm === baseline) return;
      record.tasks.forEach((shape, task) => {
        const alone = seedValues(record, evaluation, { point, arm: baseline, quantity, task });
        if (alone.length === 0) return;
        const shared = seedValues(record, evaluation, { point, arm, quantity, task });
        rows.push({ point, arm, task, ...transferGain(alone, shared, shape.score) });
      });
    });
  });
  return rows;
}
