/** Weights of one task under one balancing method. */
import type { CurvePoints } from '../curveSeries';

export interface WeightSeries extends CurvePoints {
  /** `ArmMark.id` of the balancing method. */
  readonly arm: string;
  /** Index into `tasks`. */
  readonly task: number;
}
