import { curve } from '../../../record/curve';
import type { RunRecord } from '../../../record/runRecord';
import type { CurvePoints } from '../../curveSeries';

export interface ProbeSeries extends CurvePoints {
  /** `ArmMark.id`. */
  readonly arm: string;
}

/** Accuracy of a fresh linear probe that reads the task from the shared features, of every arm that has such features. */
export function probeSeries(record: RunRecord, point: number): readonly ProbeSeries[] {
  return record.spec.arms.flatMap(({ id, scheme }, arm) => {
    if (scheme.kind !== 'shared-private') return [];
    const points = curve(record, { point, arm, quantity: 'probe' });
    return points.steps.length === 0 ? [] : [{ arm: id, ...points }];
  });
}
