import type { PairSeries } from '../curveSeries';
import { curve } from '../../record/curve';
import type { RunRecord } from '../../record/runRecord';
import type { CurveChoice } from './lossSeries';

/** Pairs of tasks in the order of every per-pair array: (0,1), (0,2) ... (1,2) ... */
export function taskPairs(tasks: number): readonly (readonly [number, number])[] {
  return Array.from({ length: tasks }, (_, s) => s).flatMap((s) =>
    Array.from({ length: tasks - s - 1 }, (_, offset): readonly [number, number] => [s, s + 1 + offset]),
  );
}

/** Cosine between the tasks' gradients on the trunk; empty when the run does not measure gradients. */
export function pairSeries(record: RunRecord, { point, arms }: CurveChoice): readonly PairSeries[] {
  if (!record.spec.evaluation.gradients) return [];
  return arms.flatMap((arm) => {
    const id = record.spec.arms[arm]?.id;
    if (id === undefined) return [];
    const series = taskPairs(record.tasks.length).map((_, pair) => ({
      arm: id,
      pair,
      ...curve(record, { point, arm, quantity: 'gradientCosine', pair }),
    }));
    // Networks that mix activations have no trunk whose gradients could be compared.
    return series.filter(({ steps }) => steps.length > 0);
  });
}
