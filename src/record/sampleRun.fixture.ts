/** Small invented runs for tests: shapes as the contract says, numbers chosen by the test. */
import { PLAIN_ARM, PLAIN_POINT } from '../spec/plain';
import type { ExperimentSpec } from '../spec/experiment';
import type { TaskShape } from '../spec/taskShape';
import type { Evaluation, Prepared } from '../training/events';
import { buildEvaluation, type EvaluationArray } from '../training/events';
import { arrayLength } from './evaluationArrays';
import { foldEvents } from './foldRun';
import type { RunRecord } from './runRecord';

export const sampleTasks: readonly TaskShape[] = [
  { name: 'species', loss: 'softmax', outputs: 3, score: 'accuracy' },
  { name: 'mass', loss: 'mse', outputs: 1, score: 'relativeError' },
];

/** One point, arms alone / hard / soft-0.1, two layers. */
export function sampleSpec(seeds: readonly number[] = [1, 2, 3]): ExperimentSpec {
  const shared = { learningRate: 0.01, taskWeights: [1, 1], ...PLAIN_ARM };
  return {
    version: 1,
    points: [
      { value: null, tasks: { source: 'penguins', tasks: ['species', 'mass'], labelled: [null, 12] }, ...PLAIN_POINT },
    ],
    arms: [
      { id: 'alone', scheme: { kind: 'alone' }, ...shared },
      { id: 'hard', scheme: { kind: 'hard', sharedLayers: 1, groups: null }, ...shared },
      {
        id: 'soft-0.1',
        scheme: { kind: 'soft', lambda: 0.1, penalty: 'pairwise', on: 'trunk', coupling: 'proximal' },
        ...shared,
      },
    ],
    seeds,
    model: { trunk: [{ units: 4, activation: 'relu' }], head: [], headStart: 'own' },
    training: { steps: 100, batch: null, optimizer: { kind: 'sgd' }, schedule: { kind: 'constant' } },
    evaluation: { every: 10, gradients: true, probes: [] },
  };
}

export function samplePrepared(spec: ExperimentSpec = sampleSpec(), fromStep = 0): Prepared {
  return {
    type: 'prepared',
    spec,
    backend: { backend: 'cpu', trials: [{ backend: 'cpu', outcome: 'chosen', reason: 'forced', detail: '' }] },
    tasks: sampleTasks,
    parameters: [40, 28, 40],
    layerUnits: [4, 3],
    fromStep,
  };
}

/** Value of an array's entry, by position. */
export type Fill = (name: EvaluationArray, index: number) => number;

export function sampleEvaluation(
  step: number,
  fill: Fill = () => 0,
  prepared: Prepared = samplePrepared(),
): Evaluation {
  return buildEvaluation(step, (name) =>
    Float32Array.from({ length: arrayLength(prepared, name) }, (_, index) => fill(name, index)),
  );
}

export function sampleRecord(
  spec: ExperimentSpec = sampleSpec(),
  steps: readonly number[] = [0, 10, 20],
  fill: (step: number) => Fill = (step) => (_, index) => step + index / 8,
): RunRecord {
  const prepared = samplePrepared(spec);
  const record = foldEvents([
    prepared,
    ...steps.map((step) => ({ type: 'evaluated' as const, evaluation: sampleEvaluation(step, fill(step), prepared) })),
    { type: 'finished', step: steps.at(-1) ?? 0 },
  ]);
  if (record === null) throw new Error('a prepared run has a record');
  return record;
}

/** One evaluation in which `scores(arm, seed, task)` is the test and `validation` the validation score. */
export function scoredRecord(
  spec: ExperimentSpec,
  scores: (arm: number, seed: number, task: number) => number,
  validation: (arm: number, seed: number, task: number) => number = scores,
): RunRecord {
  const count = spec.seeds.length;
  return sampleRecord(spec, [0], () => (name, index) => {
    const lane = Math.floor(index / 2);
    const at = [Math.floor(lane / count) % spec.arms.length, lane % count, index % 2] as const;
    if (name === 'testScore') return scores(...at);
    return name === 'validationScore' ? validation(...at) : 0;
  });
}
