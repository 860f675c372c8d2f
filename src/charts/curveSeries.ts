/** What the line charts are fed with: plain series, one per arm, task and split. No record, no store. */
import type { Split } from './split';

/** A curve over steps: the mean over seeds and, where there are several seeds, a band around it. */
export interface CurvePoints {
  /** Ascending. */
  readonly steps: ArrayLike<number>;
  readonly mean: ArrayLike<number>;
  /** Lower and upper edge of the band; `null` = a single seed. */
  readonly low: ArrayLike<number> | null;
  readonly high: ArrayLike<number> | null;
}

export interface LossSeries extends CurvePoints {
  /** `ArmMark.id`. */
  readonly arm: string;
  /** Index into the chart's `tasks`. */
  readonly task: number;
  readonly split: Split;
}

export interface LayerSeries extends CurvePoints {
  readonly arm: string;
  /** Index into the chart's `layers`. */
  readonly layer: number;
}

export interface PairSeries extends CurvePoints {
  readonly arm: string;
  /** Index into the chart's `pairs`. */
  readonly pair: number;
}
