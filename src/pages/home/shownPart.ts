import type { RunRecord } from '../../record/runRecord';

/** The run up to one evaluation (`-1` = all of it): what a replay has shown so far. */
export function shownPart(record: RunRecord, evaluation: number): RunRecord {
  if (evaluation < 0 || evaluation >= record.evaluations.length - 1) return record;
  return { ...record, evaluations: record.evaluations.slice(0, evaluation + 1) };
}
