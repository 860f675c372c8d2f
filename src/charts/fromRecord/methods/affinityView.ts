import { meanAffinity } from '../../../record/practice/affinity';
import { bestGrouping, MOST_GROUPED_TASKS } from '../../../record/practice/bestGrouping';
import type { Grouping } from '../../../record/practice/grouping';
import { pairGains } from '../../../record/practice/pairGains';
import type { RunRecord } from '../../../record/runRecord';

/** Networks that the suggested groups may need: the question is what to train together when not everything may stay alone. */
export const SUGGESTED_NETWORKS = 2;

export interface AffinityWindowView {
  readonly from: number;
  readonly to: number;
  /** T x T, row-major: mean over seeds and half widths. */
  readonly values: readonly number[];
  readonly halfWidth: readonly number[] | null;
  /** Best partition by these numbers. */
  readonly groups: Grouping;
}

export interface AffinityView {
  /** The first tenth of the training, as far as it has come: what tells which tasks belong together. */
  readonly early: AffinityWindowView;
  /** The tenth before the moment shown; `null` while it would overlap the first. */
  readonly late: AffinityWindowView | null;
  /** Best partition by training pairs; `null` when pairs were not trained. */
  readonly trained: Grouping | null;
}

/** Arms with measured affinities. */
export function affinityArms(record: RunRecord, point: number): readonly number[] {
  return record.spec.arms.flatMap((_, arm) => {
    const affinity = meanAffinity(record, { point, arm, from: 0, to: record.spec.training.steps });
    return affinity?.cells.some((cell) => cell.mean !== 0) === true ? [arm] : [];
  });
}

/** `null` when nothing was measured up to the moment shown, or there is nothing to group. */
export function affinityView(
  record: RunRecord,
  { point, arm, evaluation }: { readonly point: number; readonly arm: number; readonly evaluation: number },
): AffinityView | null {
  const tasks = record.tasks.length;
  const shown = record.evaluations.at(evaluation);
  if (shown === undefined || tasks < 2 || tasks > MOST_GROUPED_TASKS) return null;
  const tenth = record.spec.training.steps / 10;
  const view = (from: number, to: number): AffinityWindowView | null => {
    const found = meanAffinity(record, { point, arm, from, to });
    if (found === null) return null;
    const values = found.cells.map((cell) => cell.mean);
    return {
      from,
      to,
      values,
      halfWidth: record.spec.seeds.length < 2 ? null : found.cells.map((cell) => cell.halfWidth ?? Number.NaN),
      groups: bestGrouping(values, tasks, { maxGroups: SUGGESTED_NETWORKS }).groups,
    };
  };
  const early = view(0, Math.min(shown.step, tenth));
  if (early === null) return null;
  const late = shown.step >= 2 * tenth ? view(shown.step - tenth, shown.step) : null;
  const { mean } = pairGains(record, { point, evaluation });
  const trained =
    mean === null || shown.step === 0 ? null : bestGrouping(mean, tasks, { maxGroups: SUGGESTED_NETWORKS }).groups;
  return { early, late, trained };
}
