/**
 * Measures every network of a cohort at one step: outputs, weights and (when asked) gradients are read back in one go
 * and judged in JavaScript. NaN is never judged on the device: WGSL may assume that it does not occur.
 */
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import { laneCount, type ExperimentSpec } from '../spec/experiment';
import { lossScale, outputScales, overArms, splitInputs, splitTargets } from './cohortData';
import type { CohortData, SplitName } from './cohortData';
import { buildEvaluation, type Evaluation, type EvaluationArray } from './events';
import type { TowerLayout } from './layout';
import { createLossMasks, disposeMasks } from './lossMasks';
import { outputGradient } from './losses';
import { gradient } from './network';
import { measureAffinity } from './probes/affinity';
import { measureInterpolation } from './probes/interpolation';
import { shownPredictions } from './probes/predictions';
import type { Program } from './program';
import { readBack } from './readBack';
import { gradientAngles, layerDistances, taskPairs, unitStrengths } from './rowGeometry';
import { splitScores } from './splitScores';

export interface Evaluator {
  /** @param theta the program's first state tensor */
  evaluate(theta: Tensor, step: number): Promise<{ readonly evaluation: Evaluation; readonly theta: Float32Array }>;
  /** Training losses [L*T] alone, the cheap part; to find the step at which a network left the numbers. */
  trainLosses(theta: Tensor): Promise<Float32Array>;
  dispose(): void;
}

const SPLITS: readonly SplitName[] = ['train', 'validation', 'test'];

type Measured = Partial<Record<EvaluationArray, Float32Array>>;

const NONE = new Float32Array(0);

/** @param layout of the rows of theta, `null` for networks that mix activations and have none. */
export function createEvaluator(data: CohortData, layout: TowerLayout | null, program: Program): Evaluator {
  const { spec, tasks } = data;
  const inputs: Record<SplitName, Tensor> = {
    train: splitInputs(data, 'train'),
    validation: splitInputs(data, 'validation'),
    test: splitInputs(data, 'test'),
  };
  const asks = (name: (typeof spec.evaluation.probes)[number]): boolean => spec.evaluation.probes.includes(name);
  const wantsGradients = spec.evaluation.gradients || asks('affinity');
  const probe = wantsGradients && layout ? createGradientProbe(data, layout, inputs.train) : null;

  const predict = (theta: Tensor, name: SplitName): Tensor =>
    tidy(() => program.predict(theta, overArms(spec, inputs[name], tasks)));

  /** What only rows have: distances, angles, units, affinity, the line between two trunks. */
  async function measureRows(
    rows: TowerLayout,
    theta: Tensor,
    weights: Float32Array,
    gradients: Tensor | null,
    trainLoss: Float32Array,
  ): Promise<Measured> {
    const outputsOn = (name: SplitName) => (changed: Tensor) => predict(changed, name);
    const read = gradients && spec.evaluation.gradients ? await readBack(gradients.clone()) : NONE;
    return {
      ...distances(spec, rows, weights),
      ...angles(spec, rows, read),
      units: units(spec, rows, weights),
      ...(asks('affinity') && gradients
        ? { affinity: await measureAffinity(data, rows, theta, gradients, outputsOn('train'), trainLoss) }
        : {}),
      ...(asks('interpolation')
        ? { interpolation: await measureInterpolation(data, rows, theta, outputsOn('test')) }
        : {}),
      ...(asks('firstLayer') ? { firstLayer: firstLayers(spec, rows, weights) } : {}),
    };
  }

  return {
    async evaluate(theta, step) {
      const gradients = probe ? probe.gradients(theta) : null;
      const [weights, ...outputs] = await Promise.all([
        readBack(theta.clone()),
        ...SPLITS.map((name) => readBack(predict(theta, name))),
      ]);
      const [train, validation, test] = outputs.map((values, i) => splitScores(data, values, SPLITS[i] ?? 'train'));
      if (!train || !validation || !test) throw new RangeError('a split is missing');
      const rows = layout ? await measureRows(layout, theta, weights, gradients, train.loss) : noRows(spec, tasks);
      gradients?.dispose();
      const measured: Measured = {
        trainLoss: train.loss,
        validationLoss: validation.loss,
        testLoss: test.loss,
        validationScore: validation.score,
        testScore: test.score,
        taskWeight: program.taskWeights(),
        ...rows,
        ...(asks('predictions') ? { predictions: shownPredictions(data, outputs[2] ?? NONE) } : {}),
        ...(await program.readouts?.(theta, inputs)),
      };
      return { evaluation: buildEvaluation(step, (name) => measured[name] ?? NONE), theta: weights };
    },
    async trainLosses(theta) {
      return splitScores(data, await readBack(predict(theta, 'train')), 'train').loss;
    },
    dispose() {
      for (const name of SPLITS) inputs[name].dispose();
      probe?.dispose();
    },
  };
}

/** Networks that mix activations have no rows to compare: zeros, so that lanes of all arms keep their places. */
function noRows(spec: ExperimentSpec, tasks: number): Measured {
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
function firstLayers(spec: ExperimentSpec, layout: TowerLayout, theta: Float32Array): Float32Array {
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

/** Full-batch gradients of the unweighted losses. */
function createGradientProbe(data: CohortData, layout: TowerLayout, inputs: Tensor) {
  const { spec, tasks } = data;
  const targets = splitTargets(data, 'train');
  const scale = lossScale(data, null);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  const masks = createLossMasks(spec, shapes, data.outputs, outputScales(data));
  return {
    gradients: (theta: Tensor): Tensor =>
      tidy(() =>
        gradient(layout, theta, overArms(spec, inputs, tasks), (outputs) =>
          outputGradient(outputs, overArms(spec, targets, tasks), overArms(spec, scale, tasks), masks),
        ),
      ),
    dispose() {
      for (const part of [targets, scale]) part.dispose();
      disposeMasks(masks);
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
