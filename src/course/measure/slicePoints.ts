import type { SlicePoint } from '../../charts/chartProps';
import { meanInterval } from '../../numeric/statistics';
import type { RunRecord } from '../../record/runRecord';
import { jointGain, jointScores } from './jointGain';
import { lambdaAxis } from './lambdaAxis';

/** Arm indices of a slice's horizontal axis: alone, soft by lambda, hard. */
export function sliceArms(record: Pick<RunRecord, 'spec'>): readonly number[] {
  const axis = lambdaAxis(record.spec);
  return axis === null ? [] : [axis.alone, ...axis.soft, axis.hard];
}

/**
 * One slice at one evaluation (`-1` = the newest), test rows, mean over tasks: gain over alone (alone itself is 0 by
 * definition and has no interval), or error with its interval over seeds.
 */
export function slicePoints(
  record: RunRecord,
  evaluationIndex: number,
  point: number,
  kind: 'gain' | 'error',
): readonly SlicePoint[] {
  const axis = lambdaAxis(record.spec);
  if (axis === null) return [];
  return sliceArms(record).flatMap((arm) => {
    const id = record.spec.arms[arm]?.id;
    if (id === undefined) return [];
    if (kind === 'error') {
      const scores = jointScores(record, evaluationIndex, { point, arm, split: 'test' });
      if (scores.length === 0) return [];
      const interval = meanInterval(scores);
      return [{ arm: id, mean: interval.mean, halfWidth: scores.length < 2 ? null : interval.halfWidth }];
    }
    if (arm === axis.alone) return [{ arm: id, mean: 0, halfWidth: null }];
    const gain = jointGain(record, evaluationIndex, { point, arm, against: axis.alone, split: 'test' });
    return gain === null ? [] : [{ arm: id, mean: gain.gain, halfWidth: gain.halfWidth }];
  });
}
