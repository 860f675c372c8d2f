import { meanInterval } from '../../numeric/statistics';
import { baselineArm } from '../../record/baselineArm';
import { bestOnValidation } from '../../record/bestOnValidation';
import { seedValues } from '../../record/quantity';
import type { RunRecord } from '../../record/runRecord';
import { transferGain, type TransferGain } from '../../record/transferGain';
import { layerCount, type SoftScheme } from '../../spec/experiment';
import type { TaskShape } from '../../spec/taskShape';
import { jointScores } from './jointGain';

/** One scheme in one row: how wrong it is, what that gains over alone, and what it costs. */
export interface SchemeScore {
  /** Relative error, or 1 - accuracy: lower is better in every row. */
  readonly error: number;
  /** Half width of the 95 % t interval over seeds; `null` with one seed. */
  readonly halfWidth: number | null;
  /** `null` for the baseline itself. */
  readonly gain: TransferGain | null;
  /** Trainable numbers of the whole network (all towers). */
  readonly parameters: number;
}

export interface ComparisonRow {
  /** Swept value, `null` without a sweep. */
  readonly value: number | null;
  /** `null`: the mean over all tasks. */
  readonly task: TaskShape | null;
  readonly seeds: number;
  readonly alone: SchemeScore;
  /** Shared trunk with separate heads; `null` = this run has no such arm. */
  readonly hard: SchemeScore | null;
  /** Heads shared as well. */
  readonly full: SchemeScore | null;
  /** Lambda chosen on validation rows, one for all tasks of the point. */
  readonly soft: (SchemeScore & { readonly scheme: SoftScheme }) | null;
}

/** `each`: a row per task. `mean`: one row for all, where tasks are drawn alike. A name: that task only. */
export type TaskChoice = 'each' | 'mean' | { readonly only: string };

/**
 * What table 7 says of one run, at one evaluation (`-1` = the newest). Everything is computed from the record; empty
 * while it has no measured baseline.
 */
export function schemeComparison(
  record: RunRecord,
  evaluationIndex: number,
  choice: TaskChoice,
): readonly ComparisonRow[] {
  const { spec, tasks } = record;
  const baseline = baselineArm(spec);
  const evaluation = record.evaluations.at(evaluationIndex);
  if (baseline === null || evaluation === undefined) return [];
  const chosen = bestOnValidation(record, evaluationIndex, comparableSoftArms(record));
  const { trunkArm, fullArm } = hardArms(record);
  const rows = choice === 'mean' ? [null] : tasks.map((_, task) => task);

  return spec.points.flatMap(({ value }, point) =>
    rows.flatMap((task) => {
      const shape = task === null ? null : (tasks[task] ?? null);
      if (typeof choice === 'object' && shape?.name !== choice.only) return [];
      const kind = (shape ?? tasks[0])?.score ?? 'relativeError';
      const scores = (arm: number): readonly number[] =>
        task === null
          ? jointScores(record, evaluationIndex, { point, arm, split: 'test' })
          : seedValues(record, evaluation, { point, arm, quantity: 'testScore', task });
      const score = (arm: number | null): SchemeScore | null => {
        const values = arm === null ? [] : scores(arm);
        if (arm === null || values.length === 0) return null;
        const interval = meanInterval(values.map((v) => (kind === 'accuracy' ? 1 - v : v)));
        return {
          error: interval.mean,
          halfWidth: values.length < 2 ? null : interval.halfWidth,
          gain: arm === baseline ? null : transferGain(scores(baseline), values, kind),
          parameters: record.parameters[arm] ?? Number.NaN,
        };
      };
      const alone = score(baseline);
      if (alone === null) return [];
      const softArm = chosen.find((entry) => entry.point === point)?.arm ?? null;
      const soft = score(softArm);
      const scheme = softArm === null ? undefined : spec.arms[softArm]?.scheme;
      return [
        {
          ...{ value, task: shape, seeds: spec.seeds.length, alone },
          hard: score(trunkArm),
          full: score(fullArm),
          soft: soft === null || scheme?.kind !== 'soft' ? null : { ...soft, scheme },
        },
      ];
    }),
  );
}

/** Soft arms that pull on the same parameters as the first one: among these lambda alone is chosen. */
function comparableSoftArms({ spec }: RunRecord): readonly number[] {
  const soft = spec.arms.flatMap(({ scheme }, arm) => (scheme.kind === 'soft' ? [{ arm, on: scheme.on }] : []));
  return soft.filter(({ on }) => on === soft[0]?.on).map(({ arm }) => arm);
}

/** The two things called hard sharing: all of the trunk tied, and everything tied. */
function hardArms({ spec }: RunRecord): { readonly trunkArm: number | null; readonly fullArm: number | null } {
  const all = layerCount(spec.model);
  const ties = spec.arms.flatMap(({ scheme }, arm) =>
    scheme.kind === 'hard' ? [{ arm, layers: scheme.sharedLayers }] : [],
  );
  const trunk = ties.filter(({ layers }) => layers < all).sort((a, b) => b.layers - a.layers)[0];
  return { trunkArm: trunk?.arm ?? null, fullArm: ties.find(({ layers }) => layers >= all)?.arm ?? null };
}
