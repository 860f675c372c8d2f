import { laneCount, laneIndex } from '../../../spec/experiment';
import { seedSummary } from '../../../record/practice/seedSummary';
import type { RunRecord } from '../../../record/runRecord';

/** Several numbers of the networks of one point and arm, each summed up over seeds. */
export interface LaneNumbers {
  readonly mean: readonly number[];
  /** Half widths of the 95 % intervals; `null` = one seed. */
  readonly halfWidth: readonly number[] | null;
}

/**
 * The numbers of one point and arm in an array that has equally many for each network, [L*M].
 * @param part the first of them and how many; default: all of a network's
 * @returns `null` when the array is empty: not measured
 */
export function laneNumbers(
  { spec }: Pick<RunRecord, 'spec'>,
  values: ArrayLike<number>,
  at: { readonly point: number; readonly arm: number },
  part?: { readonly from: number; readonly count: number },
): LaneNumbers | null {
  const width = values.length / laneCount(spec);
  if (!(width > 0)) return null;
  const { from, count } = part ?? { from: 0, count: width };
  const first = laneIndex(spec, { ...at, seed: 0 });
  const summaries = Array.from({ length: count }, (_, i) =>
    seedSummary(spec.seeds.map((__, seed) => values[(first + seed) * width + from + i] ?? Number.NaN)),
  );
  return {
    mean: summaries.map((summary) => summary.mean),
    halfWidth: spec.seeds.length < 2 ? null : summaries.map((summary) => summary.halfWidth ?? Number.NaN),
  };
}
