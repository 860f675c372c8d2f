import { isRowScheme, type MixedScheme } from '../../../spec/scheme';
import { mixedReadout, type MixingMatrix } from '../../../spec/mixedReadout';
import type { RunRecord } from '../../../record/runRecord';
import type { Gate } from '../../methods/gate';
import { laneNumbers, type LaneNumbers } from './laneNumbers';

export interface MixingChoice {
  readonly point: number;
  readonly arm: number;
  /** Index into `record.evaluations`; `-1` = the newest. */
  readonly evaluation: number;
}

/** One matrix of a mixed network: what its numbers mean, and the numbers, row-major. */
export interface MixingNumbers extends MixingMatrix, LaneNumbers {}

/** The matrices of an arm at one moment; none for arms that mix nothing, or before anything is measured. */
export function mixingView(record: RunRecord, { point, arm, evaluation }: MixingChoice): readonly MixingNumbers[] {
  const scheme = mixedSchemeOf(record, arm);
  const measured = record.evaluations.at(evaluation);
  if (scheme === null || measured === undefined) return [];
  let from = 0;
  return mixedReadout(scheme, record.spec.model, record.tasks.length).flatMap((matrix) => {
    const count = matrix.rows * matrix.columns;
    const numbers = laneNumbers(record, measured.mixing, { point, arm }, { from, count });
    from += count;
    return numbers === null ? [] : [{ ...matrix, ...numbers }];
  });
}

export function mixedSchemeOf({ spec }: Pick<RunRecord, 'spec'>, arm: number): MixedScheme | null {
  const scheme = spec.arms[arm]?.scheme;
  return scheme === undefined || isRowScheme(scheme) ? null : scheme;
}

/** Rows of a gate matrix as gates; a gate that all tasks have in common is the mean of its rows, which differ by test rows only. */
export function gatesOf(matrix: MixingNumbers, common: boolean): readonly Gate[] {
  const { rows, columns, mean, halfWidth } = matrix;
  if (common) {
    const average = (values: readonly number[]): readonly number[] =>
      Array.from({ length: columns }, (_, expert) => {
        const column = values.filter((__, at) => at % columns === expert);
        return column.reduce((sum, value) => sum + value, 0) / rows;
      });
    return [{ task: null, shares: average(mean), halfWidth: halfWidth && average(halfWidth) }];
  }
  return Array.from({ length: rows }, (_, task) => {
    const row = <T>(values: readonly T[]): readonly T[] => values.slice(task * columns, (task + 1) * columns);
    return { task, shares: row(mean), halfWidth: halfWidth && row(halfWidth) };
  });
}
