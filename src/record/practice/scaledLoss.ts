/**
 * One number by which arms can be ranked whatever their tasks measure: the mean over tasks of loss / loss at the start of
 * the run (the scale-free score of GradNorm, Chen et al. 2018). The start is the mean over all arms of that point and
 * seed, so it is the same for all arms that are compared.
 */
import { mean } from '../../numeric/statistics';
import { seedValues } from '../quantity';
import type { RunRecord } from '../runRecord';

export type Split = 'validation' | 'test';

const LOSS = { validation: 'validationLoss', test: 'testLoss' } as const;

/** Losses per seed of one task, or `null` when they were not measured. */
export function taskLosses(
  record: RunRecord,
  at: { readonly evaluation: number; readonly point: number; readonly arm: number; readonly task: number },
  split: Split,
): readonly number[] | null {
  const evaluation = record.evaluations.at(at.evaluation);
  if (evaluation === undefined) return null;
  const values = seedValues(record, evaluation, { point: at.point, arm: at.arm, quantity: LOSS[split], task: at.task });
  return values.length === 0 ? null : values;
}

/**
 * Scaled losses of one arm at one evaluation (index, `-1` = the newest), one per seed; `null` when not measured.
 * @throws RangeError when an index lies outside the experiment
 */
export function scaledLosses(
  record: RunRecord,
  at: { readonly evaluation: number; readonly point: number; readonly arm: number },
  split: Split,
): readonly number[] | null {
  const tasks = record.tasks.map((_, task) => {
    const losses = taskLosses(record, { ...at, task }, split);
    const starts = startingLosses(record, at.point, task, split);
    return losses === null || starts === null ? null : losses.map((loss, seed) => loss / (starts[seed] || 1));
  });
  if (tasks.some((values) => values === null)) return null;
  return record.spec.seeds.map((_, seed) => mean(tasks.map((values) => values?.[seed] ?? Number.NaN)));
}

/** Mean over arms of the loss at the first evaluation, per seed. */
function startingLosses(record: RunRecord, point: number, task: number, split: Split): readonly number[] | null {
  const arms = record.spec.arms.map((_, arm) => taskLosses(record, { evaluation: 0, point, arm, task }, split));
  if (arms.some((values) => values === null)) return null;
  return record.spec.seeds.map((_, seed) => mean(arms.map((values) => values?.[seed] ?? Number.NaN)));
}
