/** Claims about measured quantities: range, lower. */
import type { CheckedQuantity } from '../../spec/checkFields';
import { pairedSummary, seedSummary } from '../practice/seedSummary';
import { seedValues } from '../quantity';
import { judgeRange, signedEffect, type MeasuredEffect, type PredicateOf, type Shown } from './effect';
import { armIndex, meanOfLists, neighbours, taskIndices, type Place } from './place';

export function rangeEffects(place: Place, check: PredicateOf<'range'>): readonly MeasuredEffect[] {
  const values = measured(place, check.arm, check);
  if (values === null) return [];
  const { mean: value, halfWidth, n } = seedSummary(values);
  const each = values.map((one) => judgeRange(one, check));
  const shown: Shown = check.every === true && each.includes('not-shown') ? 'not-shown' : judgeRange(value, check);
  return [{ point: place.point, arms: [check.arm], quantity: 'value', value, halfWidth, n, shown }];
}

export function lowerEffects(place: Place, check: PredicateOf<'lower'>): readonly MeasuredEffect[] {
  const effects = neighbours(check.arms).map((arms): MeasuredEffect | null => {
    const [less, more] = arms.map((id) => measured(place, id, check));
    if (!less || !more) return null;
    return signedEffect('positive', { point: place.point, arms, quantity: 'excess' }, pairedSummary(more, less));
  });
  return effects.every((effect) => effect !== null) ? effects : [];
}

interface What {
  readonly quantity: CheckedQuantity;
  readonly task?: string;
  readonly pair?: readonly string[];
}

/** One number per seed; `null` when the quantity was not measured, or for tasks that the run does not have. */
function measured(place: Place, id: string, what: What): readonly number[] | null {
  const { record, evaluation, point } = place;
  const arm = armIndex(record, id);
  if (arm === null) return null;
  const at = { point, arm };
  const { quantity } = what;
  const tasks = taskIndices(record, what.task);
  switch (quantity) {
    case 'probe':
      return meanOfLists([seedValues(record, evaluation, { ...at, quantity })]);
    case 'position-x':
    case 'position-y': {
      const axis = quantity === 'position-x' ? 0 : 1;
      return meanOfLists(
        tasks.map((task) => seedValues(record, evaluation, { ...at, quantity: 'position', task, axis })),
      );
    }
    case 'distance':
    case 'relativeDistance':
    case 'weightCosine': {
      // Without a trunk (on the landscape) the one layer that there is.
      const layers = record.spec.model.trunk.length === 0 ? [0] : record.spec.model.trunk.map((_, layer) => layer);
      return meanOfLists(layers.map((layer) => seedValues(record, evaluation, { ...at, quantity, layer })));
    }
    case 'gradientCosine':
      return meanOfLists(
        pairsOf(place, what.pair).map((pair) => seedValues(record, evaluation, { ...at, quantity, pair })),
      );
    default:
      return meanOfLists(tasks.map((task) => seedValues(record, evaluation, { ...at, quantity, task })));
  }
}

/** Indices of pairs in the order (0,1), (0,2) .. (1,2) ..: the one asked for, or all. */
function pairsOf({ record }: Place, names: readonly string[] | undefined): readonly number[] {
  const all = record.tasks.flatMap((_, i) =>
    record.tasks.slice(i + 1).map((_, offset) => [i, i + 1 + offset] as const),
  );
  if (names === undefined) return all.map((_, pair) => pair);
  const wanted = names.flatMap((name) => taskIndices(record, name)).toSorted((a, b) => a - b);
  const found = all.findIndex(([i, j]) => i === wanted[0] && j === wanted[1]);
  return found === -1 ? [] : [found];
}
