/**
 * Trains the landscape: the same contract as `createTrainer`, in plain doubles on the host, whatever backend is current.
 * The end points hang on the logarithms' singularities, which single precision would blur.
 *
 * A checkpoint holds theta [L*T*2], then the optimizer's slots, the weights of the newest step [L*T] and the memories of
 * the balancing methods, lane after lane: doubles as four words each (`exactWords.ts`).
 */
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import { parameterCounts } from '../../spec/parameterCount';
import { checkLandscape } from '../../spec/checks/checkLandscape';
import { SpecProblemError } from '../../spec/specProblem';
import { taskShapes } from '../../spec/taskShapes';
import type { Adjustment, Checkpoint } from '../events';
import { phasesAt } from '../phase';
import { scheduleFactor } from '../schedule';
import { DivergenceError, type Trainer } from '../trainer';
import { fromWords, toWords } from './exactWords';
import { hostOptimizer } from './hostOptimizer';
import { evaluateLandscape } from './evaluateLandscape';
import { createLane, stepLane, TASKS, type LandscapeLane } from './landscapeLane';

export interface LandscapeOptions {
  readonly checkpoint?: Checkpoint;
  /** Live changes already made, replayed at their steps. */
  readonly adjustments?: readonly Adjustment[];
}

/** A coordinate beyond this has left the map for good. */
const LARGEST = 1e8;

/**
 * @throws SpecProblemError when the spec asks for what the landscape has not: layers, other schemes, methods of losses
 * @throws RangeError when the checkpoint does not belong to the spec
 */
export function createLandscapeTrainer(spec: ExperimentSpec, options: LandscapeOptions = {}): Trainer {
  const problems = checkLandscape(spec, 0);
  if (problems.length > 0) throw new SpecProblemError(problems);
  const optimizer = hostOptimizer(spec.training.optimizer);
  const lanes = createLanes(spec, optimizer.slots);
  let adjustments = options.adjustments ?? [];
  let step = 0;
  let left: DivergenceError | null = null;

  if (options.checkpoint) {
    restoreLanes(lanes, options.checkpoint.arrays);
    step = options.checkpoint.step;
  }
  let arms = armsAt();
  const firstStep = step;

  function armsAt(): readonly ArmSpec[] {
    return phasesAt(spec, TASKS, step, adjustments).map((phase) => phase.arm);
  }

  function isChangeDue(): boolean {
    return (
      adjustments.some((change) => change.step === step) ||
      spec.arms.some((arm) => arm.timeline.some((event) => event.at === step))
    );
  }

  const armOf = (lane: number): number => Math.floor(lane / spec.seeds.length) % spec.arms.length;

  function advanceOne(): void {
    const factor = scheduleFactor(spec.training.schedule, step, spec.training.steps);
    lanes.forEach((lane, index) => {
      const arm = arms[armOf(index)];
      const seed = spec.seeds[index % spec.seeds.length] ?? 0;
      if (!arm) return;
      stepLane(lane, arm, optimizer, { step, rate: arm.learningRate * factor, seed });
      left ??= departure(lane, { step: step + 1, lane: index, arm: arm.id, seed });
    });
    step++;
    if (isChangeDue()) arms = armsAt();
  }

  function nextEvaluation(): number {
    const { every } = spec.evaluation;
    return Math.min(spec.training.steps, (Math.floor(step / every) + 1) * every);
  }

  return {
    facts: {
      spec,
      tasks: spec.points[0] ? taskShapes(spec.points[0].tasks) : [],
      parameters: parameterCounts(spec),
      layerUnits: [1],
      fromStep: firstStep,
    },
    get step() {
      return step;
    },
    get nextEvaluation() {
      return nextEvaluation();
    },
    async advance(steps) {
      const end = Math.min(step + steps, nextEvaluation());
      const before = step;
      while (step < end) advanceOne();
      return step - before;
    },
    settle: () => Promise.resolve(),
    async evaluate() {
      if (left) throw left;
      return evaluateLandscape(spec, lanes, step);
    },
    checkpoint: () => Promise.resolve({ step, arrays: laneArrays(lanes).map(toWords), backend: 'cpu' }),
    adjust(change) {
      const adjustment: Adjustment = { ...change, step };
      const earlier = adjustments;
      adjustments = [...adjustments, adjustment];
      try {
        arms = armsAt();
      } catch (error) {
        adjustments = earlier;
        throw error;
      }
      return adjustment;
    },
    dispose() {
      // Plain arrays: nothing to free.
    },
  };
}

function createLanes(spec: ExperimentSpec, slots: number): readonly LandscapeLane[] {
  return spec.points.flatMap(({ tasks }) => {
    if (tasks.source !== 'landscape') throw new RangeError(`a point of the landscape is from "${tasks.source}"`);
    return spec.arms.flatMap((arm) => spec.seeds.map(() => createLane(arm, tasks.start, slots)));
  });
}

/** Everything a lane is made of, in the order of a checkpoint. */
function laneArrays(lanes: readonly LandscapeLane[]): readonly Float64Array[] {
  const joined = (part: (lane: LandscapeLane) => Float64Array) =>
    Float64Array.from(lanes.flatMap((lane) => [...part(lane)]));
  return [
    joined((lane) => lane.theta),
    ...(lanes[0]?.slots ?? []).map((_, slot) => joined((lane) => lane.slots[slot] ?? new Float64Array(0))),
    joined((lane) => lane.weights),
    joined((lane) => lane.memory),
  ];
}

function restoreLanes(lanes: readonly LandscapeLane[], arrays: readonly Float32Array[]): void {
  const expected = laneArrays(lanes);
  if (arrays.length !== expected.length) {
    throw new RangeError(`the checkpoint holds ${arrays.length} arrays, the run needs ${expected.length}`);
  }
  const values = arrays.map((words, index) => {
    const doubles = fromWords(words);
    if (doubles.length !== expected[index]?.length)
      throw new RangeError(`array ${index} of the checkpoint has another size`);
    return doubles;
  });
  const at = values.map(() => 0);
  const take = (index: number, length: number): Float64Array => {
    const from = at[index] ?? 0;
    at[index] = from + length;
    return values[index]?.slice(from, from + length) ?? new Float64Array(0);
  };
  for (const lane of lanes) {
    lane.theta.set(take(0, lane.theta.length));
    lane.slots.forEach((slot, index) => slot.set(take(1 + index, slot.length)));
    lane.weights = take(values.length - 2, lane.weights.length);
    lane.memory = take(values.length - 1, lane.memory.length);
  }
}

/** The error that names the first row off the map, if any. */
function departure(lane: LandscapeLane, at: Omit<DivergenceError['at'], 'task'>): DivergenceError | null {
  const index = lane.theta.findIndex((value) => !(Math.abs(value) <= LARGEST));
  return index < 0
    ? null
    : new DivergenceError({ ...at, task: Math.floor(index / 2) }, 'weight', lane.theta[index] ?? NaN);
}
