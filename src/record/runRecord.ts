/** What is known of a run: the fold of its events. Plain data; shipped recordings are this, as JSON with rounded numbers. */
import type { ExperimentSpec } from '../spec/experiment';
import type { TaskShape } from '../spec/taskShape';
import type { Adjustment, BackendReport, Evaluation, Failure } from '../training/events';

export interface RunRecord {
  readonly spec: ExperimentSpec;
  readonly backend: BackendReport;
  readonly tasks: readonly TaskShape[];
  readonly parameters: readonly number[];
  readonly layerUnits: readonly number[];
  /** Ascending by step, one per step. */
  readonly evaluations: readonly Evaluation[];
  readonly adjustments: readonly Adjustment[];
  readonly step: number;
  readonly stepsPerSecond: number;
  readonly status: 'ready' | 'running' | 'paused' | 'finished' | 'failed';
  readonly failure: Failure | null;
  /** How often the engine was lost and restored. */
  readonly recoveries: number;
}
