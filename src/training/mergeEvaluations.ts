/** One evaluation of an experiment from those of its groups of lanes. */
import { laneCount, laneIndex, type ExperimentSpec } from '../spec/experiment';
import { buildEvaluation, EVALUATION_ARRAYS, type Evaluation, type EvaluationArray } from './events';
import type { LaneGroup } from './laneGroups';

/** Where the blocks of a per-lane (or per point and arm) array of a group go in the whole. */
export function blockPlaces(whole: ExperimentSpec, group: LaneGroup, perSeed: boolean): readonly number[] {
  return group.points.flatMap((point) =>
    group.arms.flatMap((arm) =>
      perSeed
        ? whole.seeds.map((_, seed) => laneIndex(whole, { point, arm, seed }))
        : [point * whole.arms.length + arm],
    ),
  );
}

/**
 * Array `name` of the whole. Groups that lack it leave zeros; where blocks differ in length, shorter ones are followed by
 * zeros. Empty when no group has it.
 */
function merged(
  whole: ExperimentSpec,
  parts: readonly { readonly group: LaneGroup; readonly evaluation: Evaluation }[],
  name: EvaluationArray,
): Float32Array {
  const perSeed = EVALUATION_ARRAYS[name] === 'lane';
  const blocks = perSeed ? laneCount(whole) : whole.points.length * whole.arms.length;
  const sized = parts.map(({ group, evaluation }) => {
    const places = blockPlaces(whole, group, perSeed);
    return { places, values: evaluation[name], width: evaluation[name].length / places.length };
  });
  const width = Math.max(...sized.map((part) => part.width));
  const result = new Float32Array(blocks * width);
  for (const { places, values, width: own } of sized) {
    places.forEach((place, block) => result.set(values.subarray(block * own, (block + 1) * own), place * width));
  }
  return result;
}

/** @param parts one evaluation per group, of the same step. */
export function mergeEvaluations(
  whole: ExperimentSpec,
  parts: readonly { readonly group: LaneGroup; readonly evaluation: Evaluation }[],
): Evaluation {
  const [only] = parts;
  if (only && parts.length === 1) return only.evaluation;
  return buildEvaluation(only?.evaluation.step ?? 0, (name) => merged(whole, parts, name));
}
