import { SHOWN_ROWS } from '../../../training/events';
import type { RunRecord } from '../../../record/runRecord';

/** The class that an arm's network (first seed) gives a test row at one evaluation (`-1` = the newest); `null` = not measured. */
export function predictedClass(
  record: RunRecord,
  at: { readonly point: number; readonly arm: number; readonly evaluation: number },
  task: number,
  row: number,
): number | null {
  const measured = record.evaluations.at(at.evaluation);
  const setting = at.point * record.spec.arms.length + at.arm;
  return measured?.predictions[(setting * record.tasks.length + task) * SHOWN_ROWS + row] ?? null;
}
