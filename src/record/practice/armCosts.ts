/** What sharing saves: trainable numbers of each arm beside those of the tasks alone, with what that costs in score. */
import { baselineArm } from '../baselineArm';
import { seedValues } from '../quantity';
import type { RunRecord } from '../runRecord';
import { seedSummary, type SeedSummary } from './seedSummary';

export interface ArmCost {
  readonly arm: number;
  /** Trainable numbers of one network. */
  readonly parameters: number;
  /** The same as a part of the baseline's (all single-task networks together); `null` without a baseline. */
  readonly ratio: number | null;
  /** Test score per task; empty when not measured. */
  readonly scores: readonly SeedSummary[];
}

/** Every arm at one point (default 0) and evaluation (default: the newest). @throws RangeError for a point outside the experiment */
export function armCosts(record: RunRecord, { point = 0, evaluation = -1 } = {}): readonly ArmCost[] {
  const baseline = baselineArm(record.spec);
  const whole = baseline === null ? null : (record.parameters[baseline] ?? null);
  const measured = record.evaluations.at(evaluation);
  return record.spec.arms.map((_, arm) => {
    const parameters = record.parameters[arm] ?? 0;
    const scores = record.tasks.flatMap((_, task) => {
      if (measured === undefined) return [];
      const values = seedValues(record, measured, { point, arm, quantity: 'testScore', task });
      return values.length === 0 ? [] : [seedSummary(values)];
    });
    return { arm, parameters, ratio: whole === null ? null : parameters / whole, scores };
  });
}
