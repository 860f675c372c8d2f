/** A record is the fold of a run's events: pure, immutable, idempotent under replay. */
import type { Adjustment, Prepared, RunEvent } from '../training/events';
import { insertEvaluation } from './insertEvaluation';
import type { RunRecord } from './runRecord';
import { sameSpec } from './sameSpec';

/**
 * The record after one more event. Events before the first `prepared` say nothing about a known experiment and are
 * ignored; events that add nothing (a checkpoint, a repeated evaluation's copy) may return the same object.
 */
export function foldRun(record: RunRecord | null, event: RunEvent): RunRecord | null {
  if (event.type === 'prepared') return prepared(record, event);
  if (record === null) return null;
  switch (event.type) {
    case 'evaluated':
      return {
        ...record,
        evaluations: insertEvaluation(record.evaluations, event.evaluation),
        step: Math.max(record.step, event.evaluation.step),
      };
    case 'adjusted':
      return { ...record, adjustments: insertAdjustment(record.adjustments, event.adjustment) };
    case 'progress':
      return {
        ...record,
        step: event.step,
        stepsPerSecond: event.stepsPerSecond,
        status: statusAfterProgress(record.status, event.running),
      };
    case 'finished':
      return { ...record, step: event.step, status: 'finished' };
    case 'failed':
      return { ...record, step: event.step, status: 'failed', failure: event.failure };
    case 'recovered':
      return { ...record, step: event.step, recoveries: record.recoveries + 1 };
    case 'checkpoint':
      return record;
  }
}

/** The fold of a whole stream; `null` when nothing was prepared. */
export function foldEvents(events: Iterable<RunEvent>): RunRecord | null {
  let record: RunRecord | null = null;
  for (const event of events) record = foldRun(record, event);
  return record;
}

/**
 * A fresh run, or the same run taken up again from a checkpoint: then what was measured stays (a replay measures it
 * again and replaces it), so that no chart loses its past when an engine is lost.
 */
function prepared(record: RunRecord | null, event: Prepared): RunRecord {
  const resumed = event.fromStep > 0 && record !== null && sameSpec(record.spec, event.spec) ? record : null;
  return {
    spec: event.spec,
    backend: event.backend,
    tasks: event.tasks,
    parameters: event.parameters,
    layerUnits: event.layerUnits,
    evaluations: resumed?.evaluations ?? [],
    adjustments: resumed?.adjustments ?? [],
    step: event.fromStep,
    stepsPerSecond: 0,
    status: event.fromStep > 0 ? 'paused' : 'ready',
    failure: null,
    recoveries: resumed?.recoveries ?? 0,
  };
}

/** Ended runs stay ended: a last progress report may arrive after `finished`. A run not yet started is not paused. */
function statusAfterProgress(status: RunRecord['status'], running: boolean): RunRecord['status'] {
  if (status === 'finished' || status === 'failed') return status;
  if (running) return 'running';
  return status === 'ready' ? 'ready' : 'paused';
}

/** One adjustment per (step, arm): a knob dragged while paused says only where it was let go; a replay adds nothing. */
function insertAdjustment(list: readonly Adjustment[], change: Adjustment): readonly Adjustment[] {
  const known = list.findIndex((entry) => entry.step === change.step && entry.arm === change.arm);
  const earlier = list[known];
  if (earlier !== undefined) return list.with(known, { ...earlier, ...change });
  const after = list.findIndex((entry) => entry.step > change.step);
  return after === -1 ? [...list, change] : list.toSpliced(after, 0, change);
}
