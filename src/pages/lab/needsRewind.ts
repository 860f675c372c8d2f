import type { RunRecord } from '../../record/runRecord';
import type { ExperimentSpec } from '../../spec/experiment';
import { adjustedArms } from './adjustedArms';
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
  if (couplingAsked(record.spec.arms, wantedArms)) return true;
  const changes = liveChanges(adjustedArms(record), wantedArms);
  if (changes === null) return true;
  const over = record.status === 'finished' || record.status === 'failed';
  return over && changes.length > 0;
}

/** Another way of applying a penalty of the same strength at the same rate is one that was asked for; it acts from the start. */
function couplingAsked(begun: ExperimentSpec['arms'], wanted: ExperimentSpec['arms']): boolean {
  return begun.some(({ scheme: was, learningRate }, index) => {
    const arm = wanted[index];
    return (
      was.kind === 'soft' &&
      arm?.scheme.kind === 'soft' &&
      arm.scheme.lambda === was.lambda &&
      arm.learningRate === learningRate &&
      arm.scheme.coupling !== was.coupling
    );
  });
}
