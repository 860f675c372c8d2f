/**
 * Measures every network of a cohort at one step from weights, outputs and (when asked) gradients that its program hands
 * out. Judged in JavaScript, NaN too: WGSL may assume that it does not occur.
 */
import type { CohortData, SplitName } from './cohortData';
import { buildEvaluation, type Evaluation } from './events';
import type { TowerLayout } from './layout';
import { angles, distances, firstLayers, noRows, units, type Measured } from './measureRows';
import { measureAffinity } from './probes/affinity';
import { measureInterpolation } from './probes/interpolation';
import { shownPredictions } from './probes/predictions';
import type { Program } from './program';
import { splitScores } from './splitScores';

export interface Evaluator {
  /** Measures the program's present state, whose theta [R, P] is handed out too. */
  evaluate(step: number): Promise<{ readonly evaluation: Evaluation; readonly theta: Float32Array }>;
  /** Training losses [L*T] at `theta` alone, the cheap part; to find the step at which a network left the numbers. */
  trainLosses(theta: Float32Array): Promise<Float32Array>;
}

const SPLITS: readonly SplitName[] = ['train', 'validation', 'test'];

const NONE = new Float32Array(0);

/** @param layout of the rows of theta, `null` for networks that mix activations and have none. */
export function createEvaluator(data: CohortData, layout: TowerLayout | null, program: Program): Evaluator {
  const { spec, tasks } = data;
  const asks = (name: (typeof spec.evaluation.probes)[number]): boolean => spec.evaluation.probes.includes(name);
  const wantsGradients = layout !== null && (spec.evaluation.gradients || asks('affinity'));
  const outputsOn =
    (name: SplitName) =>
    (theta: Float32Array): Promise<Float32Array> =>
      program.outputs(theta, name);

  /** What only rows have: distances, angles, units, affinity, the line between two trunks. */
  async function measureRows(
    rows: TowerLayout,
    theta: Float32Array,
    gradients: Float32Array,
    trainLoss: Float32Array,
  ): Promise<Measured> {
    return {
      ...distances(spec, rows, theta),
      ...angles(spec, rows, spec.evaluation.gradients ? gradients : NONE),
      units: units(spec, rows, theta),
      ...(asks('affinity')
        ? { affinity: await measureAffinity(data, rows, theta, gradients, outputsOn('train'), trainLoss) }
        : {}),
      ...(asks('interpolation')
        ? { interpolation: await measureInterpolation(data, rows, theta, outputsOn('test')) }
        : {}),
      ...(asks('firstLayer') ? { firstLayer: firstLayers(spec, rows, theta) } : {}),
    };
  }

  return {
    async evaluate(step) {
      const theta = await program.theta();
      const [gradients = NONE, ...outputs] = await Promise.all([
        wantsGradients ? program.gradients?.(theta) : NONE,
        ...SPLITS.map((name) => program.outputs(theta, name)),
      ]);
      const [train, validation, test] = outputs.map((values, i) => splitScores(data, values, SPLITS[i] ?? 'train'));
      if (!train || !validation || !test) throw new RangeError('a split is missing');
      const measured: Measured = {
        trainLoss: train.loss,
        validationLoss: validation.loss,
        testLoss: test.loss,
        validationScore: validation.score,
        testScore: test.score,
        taskWeight: program.taskWeights(),
        ...(layout ? await measureRows(layout, theta, gradients, train.loss) : noRows(spec, tasks)),
        ...(asks('predictions') ? { predictions: shownPredictions(data, outputs[2] ?? NONE) } : {}),
        ...(await program.readouts?.(theta)),
      };
      return { evaluation: buildEvaluation(step, (name) => measured[name] ?? NONE), theta };
    },
    trainLosses: async (theta) => splitScores(data, await program.outputs(theta, 'train'), 'train').loss,
  };
}
