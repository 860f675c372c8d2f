import type { AdjustmentMark } from '../../../charts/chartProps';
import type { RunMarks } from '../../../charts/fromRecord/useRunMarks';
import type { StepFocus } from '../../../charts/stepFocus';
import type { RunRecord } from '../../../record/runRecord';

/** What every picture of a method is drawn from: one moment of the run, at one of its points. */
export interface PanelProps {
  readonly record: RunRecord;
  readonly marks: RunMarks;
  readonly point: number;
  /** Index into `record.evaluations`, `-1` = the newest. */
  readonly evaluation: number;
  readonly focus: StepFocus;
  readonly adjustments: readonly AdjustmentMark[];
}
