/** Cuts an experiment into rectangular sub-experiments that can be trained apart; nothing in a lane depends on others. */
import type { ExperimentSpec } from '../../spec/experiment';
import { inputWidth, taskShapes } from '../../spec/taskShapes';
import { armsStandAlone } from './stateArrays';
import { workOf } from './workOf';

export interface ShardPart {
  /** The sub-experiment. */
  readonly spec: ExperimentSpec;
  /** Indices into the points, arms and seeds of the whole, ascending. */
  readonly points: readonly number[];
  readonly arms: readonly number[];
  readonly seeds: readonly number[];
}

const AXES = ['seeds', 'points', 'arms'] as const;
type Axis = (typeof AXES)[number];

/** The indices 0 .. length - 1 dealt out one after another, so that sweeps of rising cost are shared evenly. */
function dealt(length: number, most: number): readonly (readonly number[])[] {
  const count = Math.min(length, most);
  return Array.from({ length: count }, (_, first) => {
    return Array.from({ length: Math.ceil((length - first) / count) }, (_, round) => first + round * count);
  });
}

const pick = <T>(items: readonly T[], indices: readonly number[]): readonly T[] =>
  items.filter((_, index) => indices.includes(index));

/** Arms that need different arrays stay together, and points that do not fit together: their trainer is to say so. */
function canBeCut(spec: ExperimentSpec, axis: Axis): boolean {
  if (axis === 'arms') return armsStandAlone(spec);
  if (axis === 'seeds') return true;
  const shapes = spec.points.map(({ tasks }) => `${inputWidth(tasks)} inputs, ${taskShapes(tasks).length} tasks`);
  return new Set(shapes).size === 1;
}

function splitAlong(spec: ExperimentSpec, axis: Axis, most: number): readonly ShardPart[] {
  const whole = {
    points: spec.points.map((_, index) => index),
    arms: spec.arms.map((_, index) => index),
    seeds: spec.seeds.map((_, index) => index),
  };
  return dealt(spec[axis].length, most).map((indices) => {
    const at = { ...whole, [axis]: indices };
    const own = {
      points: pick(spec.points, at.points),
      arms: pick(spec.arms, at.arms),
      seeds: pick(spec.seeds, at.seeds),
    };
    return { spec: { ...spec, ...own }, ...at };
  });
}

/**
 * At most `most` parts along one axis: along the one that leaves the slowest part the least work; of equals seeds, then
 * points, then arms. The landscape, which is cheap, and an experiment of one lane are one part.
 */
export function splitExperiment(spec: ExperimentSpec, most: number): readonly ShardPart[] {
  const parts = spec.points.some((point) => point.tasks.source === 'landscape') ? 1 : Math.max(1, most);
  const ways = AXES.filter((axis) => canBeCut(spec, axis)).map((axis) => {
    const split = splitAlong(spec, axis, parts);
    return { split, slowest: Math.max(...split.map((part) => workOf(part.spec))) };
  });
  return ways.reduce((best, next) => (next.slowest < best.slowest ? next : best)).split;
}
