import { layerCount } from '../../spec/experiment';
import type { TaskShape } from '../../spec/taskShape';
import { meanInterval } from '../../numeric/statistics';
import { bestOnValidation } from '../../record/bestOnValidation';
import { seedValues } from '../../record/quantity';
import type { RunRecord } from '../../record/runRecord';
import { transferGains, type GainRow } from '../../record/transferGains';
import { baselineArm } from '../../record/baselineArm';

/** One scheme on one task: how wrong it is, what that gains over alone, and what it costs. */
export interface SchemeScore {
  readonly arm: number;
  /** Relative error, or 1 - accuracy: lower is better in every row. */
  readonly error: number;
  /** Half width of the 95 % t interval over seeds; `null` with one seed. */
  readonly halfWidth: number | null;
  /** `null` for the baseline itself. */
  readonly gain: GainRow | null;
  /** Trainable numbers of the whole network (all towers). */
  readonly parameters: number;
}

export interface ComparisonRow {
  readonly point: number;
  readonly value: number | null;
  readonly task: number;
  readonly shape: TaskShape;
  readonly seeds: number;
  readonly alone: SchemeScore;
  /** Shared trunk with separate heads; `null` = this run has no such arm. */
  readonly hard: SchemeScore | null;
  /** Heads shared as well. */
  readonly full: SchemeScore | null;
  /** Lambda chosen on validation rows, one for all tasks of the point. */
  readonly soft: (SchemeScore & { readonly lambda: number }) | null;
}

/**
 * What table 7 says of one run, at one evaluation (`-1` = the newest): a row for every point and task.
 * Everything is computed from the record; empty while it has no measured baseline.
 */
export function schemeComparison(record: RunRecord, evaluationIndex: number): readonly ComparisonRow[] {
  const { spec } = record;
  const baseline = baselineArm(spec);
  const evaluation = record.evaluations.at(evaluationIndex);
  if (baseline === null || evaluation === undefined) return [];
  const gains = transferGains(record, evaluationIndex, { split: 'test' });
  const chosen = bestOnValidation(record, evaluationIndex);
  const { trunkArm, fullArm } = hardArms(record);

  return spec.points.flatMap(({ value }, point) =>
    record.tasks.flatMap((shape, task) => {
      const score = (arm: number): SchemeScore | null => {
        const values = seedValues(record, evaluation, { point, arm, quantity: 'testScore', task });
        if (values.length === 0) return null;
        const interval = meanInterval(values.map((v) => (shape.score === 'accuracy' ? 1 - v : v)));
        return {
          arm,
          error: interval.mean,
          halfWidth: values.length < 2 ? null : interval.halfWidth,
          gain: gains.find((row) => row.point === point && row.arm === arm && row.task === task) ?? null,
          parameters: record.parameters[arm] ?? Number.NaN,
        };
      };
      const alone = score(baseline);
      if (alone === null) return [];
      const softArm = chosen.find((choice) => choice.point === point)?.arm ?? null;
      const soft = softArm === null ? null : score(softArm);
      const scheme = softArm === null ? undefined : spec.arms[softArm]?.scheme;
      return [
        {
          ...{ point, value, task, shape, alone, seeds: spec.seeds.length },
          hard: trunkArm === null ? null : score(trunkArm),
          full: fullArm === null ? null : score(fullArm),
          soft: soft === null || scheme?.kind !== 'soft' ? null : { ...soft, lambda: scheme.lambda },
        },
      ];
    }),
  );
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
