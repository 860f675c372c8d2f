/** One evaluation of an experiment from those of rectangles of its lanes. */
import { laneCount, laneIndex, type ExperimentSpec } from '../spec/experiment';
import { buildEvaluation, EVALUATION_ARRAYS, type Evaluation, type EvaluationArray } from './events';

/** Some of the lanes of an experiment: indices into its points, arms and seeds. */
export interface LaneBlock {
  readonly points: readonly number[];
  readonly arms: readonly number[];
  /** All of them when absent. */
  readonly seeds?: readonly number[];
}

interface BlockEvaluation {
  readonly group: LaneBlock;
  readonly evaluation: Evaluation;
}

/** Where the blocks of a per-lane (or per point and arm) array of some lanes go in the whole. */
export function blockPlaces(whole: ExperimentSpec, group: LaneBlock, perSeed: boolean): readonly number[] {
  const seeds = group.seeds ?? whole.seeds.map((_, seed) => seed);
  return group.points.flatMap((point) =>
    group.arms.flatMap((arm) =>
      perSeed ? seeds.map((seed) => laneIndex(whole, { point, arm, seed })) : [point * whole.arms.length + arm],
    ),
  );
}

/**
 * Array `name` of the whole. Parts that lack it leave zeros; where blocks differ in length, shorter ones are followed by
 * zeros. Empty when no part has it. What is kept of the first seed alone comes from the parts that hold it.
 */
function merged(whole: ExperimentSpec, parts: readonly BlockEvaluation[], name: EvaluationArray): Float32Array {
  const perSeed = EVALUATION_ARRAYS[name] === 'lane';
  const blocks = perSeed ? laneCount(whole) : whole.points.length * whole.arms.length;
  const concerned = parts.filter(({ group }) => perSeed || (group.seeds?.includes(0) ?? true));
  const sized = concerned.map(({ group, evaluation }) => {
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

/** @param parts evaluations of blocks that together are the whole, of the same step. */
export function mergeEvaluations(whole: ExperimentSpec, parts: readonly BlockEvaluation[]): Evaluation {
  const [only] = parts;
  if (only && parts.length === 1) return only.evaluation;
  return buildEvaluation(only?.evaluation.step ?? 0, (name) => merged(whole, parts, name));
}
