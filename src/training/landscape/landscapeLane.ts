/** One network of the landscape: a point per task, tied to one point under hard sharing. */
import { methodOf } from '../../balancing/registry';
import { gramian } from '../../numeric/gramian';
import type { ArmSpec } from '../../spec/experiment';
import { landscapeAt } from '../../tasks/landscapeFunctions';
import type { HostOptimizer } from './hostOptimizer';

export const TASKS = 2;
/** Numbers per lane: T rows of (x, y). */
export const LANE_SIZE = 2 * TASKS;

export interface LandscapeLane {
  /** [T*2] */
  readonly theta: Float64Array;
  /** One per slot of the optimizer, [T*2] each. */
  readonly slots: readonly Float64Array[];
  /** [T] weights of the newest step; 1 before the first. */
  weights: Float64Array;
  /** What the balancing method remembers. */
  memory: Float64Array;
}

const EMPTY = new Float64Array(0);
/** The landscape has no rows; a method that draws tasks by their rows draws them alike. */
const ROWS = [1, 1] as const;

export function createLane(arm: ArmSpec, start: readonly [number, number], slots: number): LandscapeLane {
  return {
    theta: Float64Array.of(...start, ...start),
    slots: Array.from({ length: slots }, () => new Float64Array(LANE_SIZE)),
    weights: new Float64Array(TASKS).fill(1),
    memory: methodOf(arm.balancing).initialState(TASKS, arm.balancing),
  };
}

/** F_1 at the first task's point, F_2 at the second's. */
export function laneValues({ theta }: LandscapeLane): readonly [number, number] {
  const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = theta;
  return [landscapeAt(x1, y1).values[0], landscapeAt(x2, y2).values[1]];
}

/** Gradient of each task's weighted loss at its own point, [T*2]. */
function taskGradients(theta: Float64Array, taskWeights: readonly number[]): Float64Array {
  const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = theta;
  const [first] = landscapeAt(x1, y1).gradients;
  const [, second] = landscapeAt(x2, y2).gradients;
  const [a = 1, b = 1] = taskWeights;
  return Float64Array.of(a * first[0], a * first[1], b * second[0], b * second[1]);
}

/** Takes one step: balances the gradients, combines them where the points are tied, moves. */
export function stepLane(
  lane: LandscapeLane,
  arm: ArmSpec,
  optimizer: HostOptimizer,
  at: { readonly step: number; readonly rate: number; readonly seed: number },
): void {
  const gradients = taskGradients(lane.theta, arm.taskWeights);
  if (arm.balancing.kind !== 'static') {
    const method = methodOf(arm.balancing);
    const balanced = method.weigh(arm.balancing, {
      losses: EMPTY,
      firstLosses: EMPTY,
      gramian: method.needs === 'gramian' ? gramian(gradients, { count: TASKS, stride: 2 }) : EMPTY,
      step: at.step,
      seed: at.seed,
      state: lane.memory,
      rows: ROWS,
    });
    lane.weights = balanced.weights;
    lane.memory = balanced.state;
  }
  const [a = 1, b = 1] = lane.weights;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = gradients;
  const weighted = [a * x1, a * y1, b * x2, b * y2] as const;
  const tied = arm.scheme.kind === 'hard' && arm.scheme.sharedLayers > 0;
  const common = [weighted[0] + weighted[2], weighted[1] + weighted[3]] as const;
  optimizer.update(lane.theta, Float64Array.of(...(tied ? [...common, ...common] : weighted)), lane.slots, at);
}
