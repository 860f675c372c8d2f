/** A finished run with scores made up by a formula; tests of what is computed from records start here. */
import { PLAIN_ARM, PLAIN_POINT } from '../../spec/plain';
import { laneCount, laneIndex, type ArmSpec, type ExperimentSpec, type LaneAddress } from '../../spec/experiment';
import type { TaskShape } from '../../spec/taskShape';
import { buildEvaluation, type Evaluation, type EvaluationArray } from '../../training/events';
import type { RunRecord } from '../../record/runRecord';

export interface SyntheticOptions {
  readonly values: readonly (number | null)[];
  readonly arms: readonly ArmSpec[];
  readonly seeds: number;
  readonly tasks: readonly TaskShape[];
  /** Score of one lane and task on the test rows; validation rows get the same unless `validation` is given. */
  readonly score: (at: LaneAddress & { readonly task: number }) => number;
  readonly validation?: (at: LaneAddress & { readonly task: number }) => number;
}

export const regression = (name: string): TaskShape => ({ name, loss: 'mse', outputs: 1, score: 'relativeError' });

const common = { learningRate: 0.01, taskWeights: [1, 1], ...PLAIN_ARM };
export const aloneArm: ArmSpec = { id: 'alone', scheme: { kind: 'alone' }, ...common };
export const hardArm = (sharedLayers: number): ArmSpec => ({
  id: `hard-${sharedLayers}`,
  scheme: { kind: 'hard', sharedLayers, groups: null },
  ...common,
});
export const softArm = (lambda: number): ArmSpec => ({
  id: `soft-${lambda}`,
  scheme: { kind: 'soft', lambda, penalty: 'pairwise', on: 'all', coupling: 'gradient' },
  ...common,
});

/** A number in -1..1 that depends on the seed only: spread that pairing removes or keeps, as the formula likes. */
export function wiggle(seed: number): number {
  return Math.sin(12.9898 * (seed + 1));
}

export function syntheticRecord(options: SyntheticOptions): RunRecord {
  const spec: ExperimentSpec = {
    version: 1,
    points: options.values.map((value) => ({
      ...PLAIN_POINT,
      value,
      tasks: {
        source: 'angle',
        teacher: 'relu',
        dimension: 20,
        features: 4,
        angle: value ?? 0,
        samples: [60, 60],
        noise: 0.2,
        validationSamples: 100,
        testSamples: 1000,
      },
    })),
    arms: options.arms,
    seeds: Array.from({ length: options.seeds }, (_, seed) => seed),
    model: { trunk: [{ units: 16, activation: 'relu' }], head: [], headStart: 'own' },
    training: { steps: 500, batch: null, optimizer: { kind: 'sgd' }, schedule: { kind: 'constant' } },
    evaluation: { every: 500, gradients: false, probes: [] },
  };
  return {
    spec,
    backend: { backend: 'wasm', trials: [] },
    tasks: options.tasks,
    parameters: options.arms.map((arm) => (arm.scheme.kind === 'hard' ? 353 : 706)),
    layerUnits: [16, 1],
    evaluations: [evaluation(spec, options)],
    adjustments: [],
    step: 500,
    stepsPerSecond: 100,
    status: 'finished',
    failure: null,
    recoveries: 0,
  };
}

function evaluation(spec: ExperimentSpec, { tasks, score, validation = score }: SyntheticOptions): Evaluation {
  const lanes = laneCount(spec);
  const fill = (f: SyntheticOptions['score']): Float32Array => {
    const values = new Float32Array(lanes * tasks.length);
    spec.points.forEach((_, point) =>
      spec.arms.forEach((__, arm) =>
        spec.seeds.forEach((___, seed) =>
          tasks.forEach((____, task) => {
            const at = { point, arm, seed };
            values[laneIndex(spec, at) * tasks.length + task] = f({ ...at, task });
          }),
        ),
      ),
    );
    return values;
  };
  const layers = new Float32Array(lanes * 2);
  const measured: Partial<Record<EvaluationArray, Float32Array>> = {
    trainLoss: fill(score),
    validationLoss: fill(validation),
    testLoss: fill(score),
    validationScore: fill(validation),
    testScore: fill(score),
    distance: layers,
    relativeDistance: layers,
    weightCosine: layers,
    units: new Float32Array(spec.points.length * spec.arms.length * tasks.length * 17),
  };
  return buildEvaluation(500, (name) => measured[name] ?? new Float32Array(0));
}
