/** How large an experiment is, counted from its description alone. */
import { laneCount, layerCount, type ExperimentSpec } from './experiment';
import { armModel } from './armModel';
import { mixedParameterCount } from './mixedParameters';
import { towerParameters } from './parameterCount';
import { isRowScheme } from './scheme';
import type { TaskShape } from './taskShape';
import { inputWidth, splitRows, taskShapes } from './taskShapes';

export interface Sizes {
  readonly lanes: number;
  /** Length of theta: lanes x tasks x parameters of a tower. */
  readonly parameters: number;
  /** Numbers in all drawn data: each (point, seed) draws its own, shared by the arms. */
  readonly dataNumbers: number;
  /** Numbers in all evaluations of a run. */
  readonly recordNumbers: number;
}

/** Exact but for `recordNumbers`, which leaves out the drawing data of the first seed. Allocates nothing. */
export function countSizes(spec: ExperimentSpec): Sizes {
  const lanes = laneCount(spec);
  const source = spec.points[0]?.tasks;
  const shapes = source === undefined ? [] : taskShapes(source);
  const inputs = source === undefined ? 0 : inputWidth(source);
  return {
    lanes,
    parameters: trainedNumbers(spec, inputs, shapes),
    dataNumbers: spec.seeds.length * spec.points.reduce((total, point) => total + numbersOf(point.tasks), 0),
    recordNumbers: evaluationCount(spec) * lanes * quantities(shapes.length, layerCount(spec.model), spec),
  };
}

/** Towers are padded to the widest output; networks that mix activations have no towers. */
function trainedNumbers(spec: ExperimentSpec, inputs: number, shapes: readonly TaskShape[]): number {
  const perSeed = spec.points.flatMap((point) =>
    spec.arms.map((arm) => {
      const model = armModel(spec, point, arm);
      return isRowScheme(arm.scheme)
        ? shapes.length * towerParameters(model, inputs, shapes)
        : mixedParameterCount(arm.scheme, model, inputs, shapes);
    }),
  );
  return spec.seeds.length * perSeed.reduce((total, value) => total + value, 0);
}

/** Evaluations of a whole run: step 0, every multiple of `every`, and the last step. */
export function evaluationCount(spec: Pick<ExperimentSpec, 'training' | 'evaluation'>): number {
  return 1 + Math.ceil(spec.training.steps / spec.evaluation.every);
}

function numbersOf(source: ExperimentSpec['points'][number]['tasks']): number {
  const inputs = inputWidth(source);
  const shapes = taskShapes(source);
  return splitRows(source).reduce((total, rows, task) => {
    const width = inputs + (shapes[task]?.outputs ?? 0);
    return total + (rows.train + rows.validation + rows.test) * width;
  }, 0);
}

/** Five per task, three per layer; with gradients one more per task and one per pair of tasks. */
function quantities(tasks: number, layers: number, spec: Pick<ExperimentSpec, 'evaluation'>): number {
  const gradients = spec.evaluation.gradients ? tasks + (tasks * (tasks - 1)) / 2 : 0;
  return 5 * tasks + 3 * layers + gradients;
}
