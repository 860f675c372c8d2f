import { LINE_POINTS } from '../../../training/events';
import { isRowScheme } from '../../../spec/scheme';
import type { RunRecord } from '../../../record/runRecord';
import type { InterpolationSeries } from '../../methods/InterpolationCurve';
import { laneNumbers } from './laneNumbers';

const PLACES = Array.from({ length: LINE_POINTS }, (_, i) => i / (LINE_POINTS - 1));

/** What is drawn upwards: the share of wrong answers, the relative error, or where the two tasks are scored unlike, the mean score. */
export function lineQuantity({ tasks }: Pick<RunRecord, 'tasks'>): 'wrong' | 'error' | 'score' {
  const [a, b] = tasks;
  if (a?.score !== b?.score) return 'score';
  return a?.score === 'accuracy' ? 'wrong' : 'error';
}

/** {@link lineQuantity} along the line between the trunks of the first two tasks, one line per arm that has two. */
export function interpolationSeries(
  record: RunRecord,
  { point, evaluation }: { readonly point: number; readonly evaluation: number },
): readonly InterpolationSeries[] {
  const measured = record.evaluations.at(evaluation);
  if (measured === undefined) return [];
  return record.spec.arms.flatMap((arm, index) => {
    const numbers = laneNumbers(record, measured.interpolation, { point, arm: index });
    if (numbers === null || !isRowScheme(arm.scheme)) return [];
    const { halfWidth } = numbers;
    const mean = lineQuantity(record) === 'wrong' ? numbers.mean.map((accuracy) => 1 - accuracy) : numbers.mean;
    const edge = (side: 1 | -1) => halfWidth && mean.map((value, i) => value + side * (halfWidth[i] ?? 0));
    return [{ arm: arm.id, steps: PLACES, mean, low: edge(-1), high: edge(1) }];
  });
}
