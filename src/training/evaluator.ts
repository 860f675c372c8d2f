/**
 * Measures every network of a cohort at one step: outputs, weights and (when asked) gradients are read back in one go
 * and judged in JavaScript. NaN is never judged on the device: WGSL may assume that it does not occur.
 */
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import { laneCount, type ExperimentSpec } from '../spec/experiment';
import { dataRowOf, lossScale, overArms, splitInputs, splitOf, splitTargets } from './cohortData';
import type { CohortData, SplitName } from './cohortData';
import type { Evaluation } from './events';
import type { TowerLayout } from './layout';
import { createLossMasks } from './lossMasks';
import { outputGradient } from './losses';
import { measure } from './measure';
import { gradient, predict } from './network';
import { gradientAngles, layerDistances, taskPairs, unitStrengths } from './rowGeometry';

export interface Evaluator {
  /** @param theta [R, P] */
  evaluate(theta: Tensor, step: number): Promise<{ readonly evaluation: Evaluation; readonly theta: Float32Array }>;
  /** Training losses [L*T] alone, the cheap part; to find the step at which a network left the numbers. */
  trainLosses(theta: Tensor): Promise<Float32Array>;
  dispose(): void;
}

const SPLITS: readonly SplitName[] = ['train', 'validation', 'test'];

async function read(tensor: Tensor): Promise<Float32Array> {
  const values = await tensor.data();
  tensor.dispose();
  // A copy: the wasm backend may hand out a view of its heap.
  return Float32Array.from(values as Float32Array);
}

interface SplitScores {
  readonly loss: Float32Array;
  readonly score: Float32Array;
}

export function createEvaluator(data: CohortData, layout: TowerLayout): Evaluator {
  const { spec, tasks } = data;
  const rows = laneCount(spec) * tasks;
  const inputs: Record<SplitName, Tensor> = {
    train: splitInputs(data, 'train'),
    validation: splitInputs(data, 'validation'),
    test: splitInputs(data, 'test'),
  };
  const probe = spec.evaluation.gradients ? createGradientProbe(data, layout, inputs.train) : null;

  async function outputsOf(theta: Tensor, name: SplitName): Promise<Float32Array> {
    return read(tidy(() => predict(layout, theta, overArms(spec, inputs[name], tasks))));
  }

  function score(outputs: Float32Array, name: SplitName): SplitScores {
    const loss = new Float32Array(rows);
    const scores = new Float32Array(rows);
    const perRow = outputs.length / rows;
    for (let row = 0; row < rows; row++) {
      const { task, split } = splitOf(data, dataRowOf(spec, tasks, row), name);
      const measured = measure(task.shape, split, outputs, row * perRow, data.outputs);
      loss[row] = measured.loss;
      scores[row] = measured.score;
    }
    return { loss, score: scores };
  }

  return {
    async evaluate(theta, step) {
      const [weights, gradients, ...outputs] = await Promise.all([
        read(tidy(() => theta.clone())),
        probe ? read(probe.gradients(theta)) : new Float32Array(0),
        ...SPLITS.map((name) => outputsOf(theta, name)),
      ]);
      const [train, validation, test] = outputs.map((values, index) => score(values, SPLITS[index] ?? 'train'));
      if (!train || !validation || !test) throw new RangeError('a split is missing');
      const evaluation: Evaluation = {
        step,
        trainLoss: train.loss,
        validationLoss: validation.loss,
        testLoss: test.loss,
        validationScore: validation.score,
        testScore: test.score,
        ...distances(spec, layout, weights),
        ...angles(spec, layout, gradients),
        units: units(spec, layout, weights),
      };
      return { evaluation, theta: weights };
    },
    async trainLosses(theta) {
      return score(await outputsOf(theta, 'train'), 'train').loss;
    },
    dispose() {
      for (const name of SPLITS) inputs[name].dispose();
      probe?.dispose();
    },
  };
}

/** Full-batch gradients of the unweighted losses. */
function createGradientProbe(data: CohortData, layout: TowerLayout, inputs: Tensor) {
  const { spec, tasks } = data;
  const targets = splitTargets(data, 'train');
  const scale = lossScale(data, null);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  const masks = createLossMasks(spec, shapes, data.outputs);
  return {
    gradients: (theta: Tensor): Tensor =>
      tidy(() =>
        gradient(layout, theta, overArms(spec, inputs, tasks), (outputs) =>
          outputGradient(outputs, overArms(spec, targets, tasks), overArms(spec, scale, tasks), masks),
        ),
      ),
    dispose() {
      for (const part of [targets, scale, ...masks.rows]) part.dispose();
      masks.missing?.dispose();
    },
  };
}

function distances(spec: ExperimentSpec, layout: TowerLayout, theta: Float32Array) {
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

function angles(spec: ExperimentSpec, layout: TowerLayout, gradients: Float32Array) {
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

function units(spec: ExperimentSpec, layout: TowerLayout, theta: Float32Array): Float32Array {
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
