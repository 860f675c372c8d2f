import { effectiveArm } from '../../record/effectiveArm';
import type { RunRecord } from '../../record/runRecord';
import type { ExperimentSpec } from '../../spec/experiment';
import { liveChanges } from './liveChanges';

/**
 * Whether the run that is shown is no longer the one the knobs describe. Live changes count as already made: only a
 * difference that a new run alone can bring asks for a rewind.
 */
export function needsRewind(record: Pick<RunRecord, 'spec' | 'adjustments' | 'step'>, wanted: ExperimentSpec): boolean {
  const { arms: _running, ...now } = record.spec;
  const { arms: wantedArms, ...next } = wanted;
  if (JSON.stringify(now) !== JSON.stringify(next)) return true;
  // A change is effective from the step after it was made; the newest ones count too.
  const arms = record.spec.arms.map((_, arm) => effectiveArm(record, arm, Number.POSITIVE_INFINITY));
  const changes = liveChanges(arms, wantedArms);
  return changes === null || changes.length > 0;
}
