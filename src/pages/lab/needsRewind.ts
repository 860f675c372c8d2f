import { effectiveArm } from '../../record/effectiveArm';
import type { RunRecord } from '../../record/runRecord';
import type { ExperimentSpec } from '../../spec/experiment';
import { liveChanges } from './liveChanges';

/**
 * Whether the run that is shown is no longer the one the knobs describe. In a run that can still be changed, live
 * changes count as made, sent or not yet; in one that is over, they too would need a new run.
 */
export function needsRewind(
  record: Pick<RunRecord, 'spec' | 'adjustments' | 'status'>,
  wanted: ExperimentSpec,
): boolean {
  const { arms: _running, ...now } = record.spec;
  const { arms: wantedArms, ...next } = wanted;
  if (JSON.stringify(now) !== JSON.stringify(next)) return true;
  // A change is effective from the step after it was made; the newest ones count too.
  const arms = record.spec.arms.map((_, arm) => effectiveArm(record, arm, Number.POSITIVE_INFINITY));
  const changes = liveChanges(arms, wantedArms);
  if (changes === null) return true;
  const over = record.status === 'finished' || record.status === 'failed';
  return over && changes.length > 0;
}
