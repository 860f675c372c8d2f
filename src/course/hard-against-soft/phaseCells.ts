import type { PhaseCell } from '../../charts/chartProps';
import type { RunRecord } from '../../record/runRecord';
import { jointGain } from '../measure/jointGain';
import { lambdaAxis } from '../measure/lambdaAxis';

/** Arm indices of the diagram's columns, loose to rigid; alone is the yardstick and has no column. */
export function phaseColumns(record: Pick<RunRecord, 'spec'>): readonly number[] {
  const axis = lambdaAxis(record.spec);
  return axis === null ? [] : [...axis.soft, axis.hard];
}

/** The measured cells at one evaluation (`-1` = the newest); rows are points, columns as {@link phaseColumns} says. */
export function phaseCells(record: RunRecord, evaluationIndex: number): readonly PhaseCell[] {
  const axis = lambdaAxis(record.spec);
  if (axis === null) return [];
  return record.spec.points.flatMap((_, row) =>
    phaseColumns(record).flatMap((arm, column) => {
      const gain = jointGain(record, evaluationIndex, { point: row, arm, against: axis.alone, split: 'test' });
      if (gain === null) return [];
      const halfWidth = Number.isFinite(gain.halfWidth) ? gain.halfWidth : null;
      return [{ row, column, mean: gain.gain, halfWidth, verdict: gain.verdict }];
    }),
  );
}
