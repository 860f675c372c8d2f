import { curve } from '../../../record/curve';
import { seedSummary } from '../../../record/practice/seedSummary';
import { seedValues } from '../../../record/quantity';
import type { RunRecord } from '../../../record/runRecord';
import type { WeightSeries } from '../../methods/weightSeries';
import type { CurveChoice } from '../lossSeries';

/** Arms whose weights are found while they train; the others keep those that are written. */
export function balancingArms({ spec }: Pick<RunRecord, 'spec'>): readonly number[] {
  return spec.arms.flatMap((arm, index) => (arm.balancing.kind === 'static' ? [] : [index]));
}

/**
 * Weights that the balancing methods give the tasks, over steps. `share`: of the sum over tasks, taken seed by seed; a
 * seed whose weights cancel has no shares and is left out.
 */
export function weightSeries(
  record: RunRecord,
  { point, arms, quantity }: CurveChoice & { readonly quantity: 'share' | 'weight' },
): readonly WeightSeries[] {
  return arms.flatMap((arm) => {
    const id = record.spec.arms[arm]?.id;
    if (id === undefined) return [];
    const series = record.tasks.map((_, task): WeightSeries => ({
      arm: id,
      task,
      ...(quantity === 'weight'
        ? curve(record, { point, arm, quantity: 'taskWeight', task })
        : shares(record, { point, arm, task })),
    }));
    return series.filter(({ steps }) => steps.length > 0);
  });
}

const LEAST = 1e-12;

function shares(record: RunRecord, at: { readonly point: number; readonly arm: number; readonly task: number }) {
  const known = record.evaluations.flatMap((evaluation) => {
    const perTask = record.tasks.map((_, task) =>
      seedValues(record, evaluation, { ...at, quantity: 'taskWeight', task }),
    );
    const values = (perTask[at.task] ?? []).flatMap((weight, seed) => {
      const sum = perTask.reduce((total, weights) => total + (weights[seed] ?? 0), 0);
      return Math.abs(sum) > LEAST ? [weight / sum] : [];
    });
    return values.length === 0 ? [] : [{ step: evaluation.step, ...seedSummary(values) }];
  });
  const several = record.spec.seeds.length > 1;
  const edge = (side: 1 | -1) => known.map(({ mean, halfWidth }) => mean + side * (halfWidth ?? 0));
  return {
    steps: known.map(({ step }) => step),
    mean: known.map(({ mean }) => mean),
    low: several ? edge(-1) : null,
    high: several ? edge(1) : null,
  };
}
