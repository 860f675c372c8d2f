import type { ExperimentSpec } from '../spec/experiment';
import type { Failure } from '../training/events';
import type { RunRecord } from './runRecord';

/**
 * The record of a run that failed before it was prepared (no backend, out of memory, a worker that did not load):
 * nothing measured, nothing known of a backend (`backend.trials` is empty), but the failure has its place.
 */
export function failedRecord(spec: ExperimentSpec, step: number, failure: Failure): RunRecord {
  return {
    spec,
    backend: { backend: 'cpu', trials: [] },
    tasks: [],
    parameters: [],
    layerUnits: [],
    evaluations: [],
    adjustments: [],
    step,
    stepsPerSecond: 0,
    status: 'failed',
    failure,
    recoveries: 0,
  };
}
