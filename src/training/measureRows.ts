/** What an evaluation says of the rows of all lanes, from weights and gradients [R, P] that have been read back. */
import { laneCount, type ExperimentSpec } from '../spec/experiment';
import type { EvaluationArray } from './events';
import type { TowerLayout } from './layout';
import { gradientAngles, layerDistances, taskPairs, unitStrengths } from './rowGeometry';

/** Some arrays of an evaluation. */
export type Measured = Partial<Record<EvaluationArray, Float32Array>>;

const NONE = new Float32Array(0);

/** Networks that mix activations have no rows to compare: zeros, so that lanes of all arms keep their places. */
export function noRows(spec: ExperimentSpec, tasks: number): Measured {
  const lanes = laneCount(spec);
  const layers = spec.model.trunk.length + spec.model.head.length + 1;
  const gradients = spec.evaluation.gradients ? lanes : 0;
  return {
    distance: new Float32Array(lanes * layers),
    relativeDistance: new Float32Array(lanes * layers),
    weightCosine: new Float32Array(lanes * layers),
    gradientNorm: new Float32Array(gradients * tasks),
    gradientCosine: new Float32Array((gradients * tasks * (tasks - 1)) / 2),
  };
}

/** First-layer weights (inputs x units) of the first task's row in the first seed of every point and arm. */
export function firstLayers(spec: ExperimentSpec, layout: TowerLayout, theta: Float32Array): Float32Array {
  const [layer] = layout.layers;
  if (!layer) return NONE;
  const size = layer.biases - layer.weights;
  const settings = spec.points.length * spec.arms.length;
  const result = new Float32Array(settings * size);
  const stride = spec.seeds.length * layout.taskOutputs.length * layout.columns;
  for (let setting = 0; setting < settings; setting++) {
    const begin = setting * stride + layer.weights;
    result.set(theta.subarray(begin, begin + size), setting * size);
  }
  return result;
}

/** Distances and cosines between the rows of every lane, layer by layer. */
export function distances(spec: ExperimentSpec, layout: TowerLayout, theta: Float32Array) {
  const lanes = laneCount(spec);
  const depth = layout.layers.length;
  const distance = new Float32Array(lanes * depth);
  const relativeDistance = new Float32Array(lanes * depth);
  const weightCosine = new Float32Array(lanes * depth);
  const stride = layout.taskOutputs.length * layout.columns;
  for (let lane = 0; lane < lanes; lane++) {
    const of = layerDistances(layout, theta, lane * stride);
    distance.set(of.distance, lane * depth);
    relativeDistance.set(of.relativeDistance, lane * depth);
    weightCosine.set(of.weightCosine, lane * depth);
  }
  return { distance, relativeDistance, weightCosine };
}

/** Norms and angles of the trunk's gradients; empty arrays without gradients. */
export function angles(spec: ExperimentSpec, layout: TowerLayout, gradients: Float32Array) {
  const tasks = layout.taskOutputs.length;
  const pairs = taskPairs(tasks).length;
  const lanes = gradients.length === 0 ? 0 : laneCount(spec);
  const gradientNorm = new Float32Array(lanes * tasks);
  const gradientCosine = new Float32Array(lanes * pairs);
  for (let lane = 0; lane < lanes; lane++) {
    const offset = lane * tasks * layout.columns;
    const of = gradientAngles(gradients, offset, layout.columns, layout.trunkColumns, tasks);
    gradientNorm.set(of.norms, lane * tasks);
    gradientCosine.set(of.cosines, lane * pairs);
  }
  return { gradientNorm, gradientCosine };
}

/** Strengths of the units of the first seed's towers, of every point and arm. */
export function units(spec: ExperimentSpec, layout: TowerLayout, theta: Float32Array): Float32Array {
  const perTower = layout.layers.reduce((sum, layer) => sum + layer.outputs, 0);
  const tasks = layout.taskOutputs.length;
  const settings = spec.points.length * spec.arms.length;
  const strengths = new Float32Array(settings * tasks * perTower);
  for (let setting = 0; setting < settings; setting++) {
    for (let task = 0; task < tasks; task++) {
      const row = setting * spec.seeds.length * tasks + task;
      unitStrengths(layout, theta, row * layout.columns, strengths, (setting * tasks + task) * perTower);
    }
  }
  return strengths;
}
