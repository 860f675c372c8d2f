/** Invented runs of any number of arms, points, tasks and steps, their losses and scores given by a function. */
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import { PLAIN_ARM } from '../../spec/plain';
import type { TaskShape } from '../../spec/taskShape';
import { buildEvaluation } from '../../training/events';
import type { RunRecord } from '../runRecord';
import { sampleRecord, sampleSpec } from '../sampleRun.fixture';

export interface Place {
  readonly step: number;
  readonly point: number;
  readonly arm: number;
  readonly seed: number;
  readonly task: number;
  /** What is asked for: a loss or a score of the validation or the test split. */
  readonly what: 'validationLoss' | 'testLoss' | 'validationScore' | 'testScore';
}

export interface Practice {
  readonly arms: number | readonly ArmSpec[];
  /** Default: one point without fold. */
  readonly folds?: number;
  readonly seeds?: number;
  readonly tasks?: number;
  readonly score?: TaskShape['score'];
  readonly steps: readonly number[];
  /** Steps of the whole run; default: the last of `steps`. */
  readonly total?: number;
  readonly value: (place: Place) => number;
}

export function armNamed(id: string, scheme: ArmSpec['scheme']): ArmSpec {
  return { ...PLAIN_ARM, id, scheme, learningRate: 0.01, taskWeights: [1, 1] };
}

export function practiceRecord(practice: Practice): RunRecord {
  const { arms, folds = 0, seeds = 2, tasks = 1, score = 'relativeError', steps, value } = practice;
  const base = sampleSpec(Array.from({ length: seeds }, (_, seed) => seed));
  const [point] = base.points;
  if (point === undefined) throw new Error('the sample has a point');
  const armSpecs =
    typeof arms === 'number'
      ? Array.from({ length: arms }, (_, arm) => armNamed(arm === 0 ? 'alone' : `arm-${arm}`, { kind: 'alone' }))
      : arms;
  const points =
    folds === 0 ? [point] : Array.from({ length: folds }, (_, index) => ({ ...point, fold: { index, of: folds } }));
  const spec: ExperimentSpec = {
    ...base,
    points,
    arms: armSpecs,
    training: { ...base.training, steps: practice.total ?? steps.at(-1) ?? 0 },
  };
  const wanted = ['validationLoss', 'testLoss', 'validationScore', 'testScore'] as const;
  const evaluations = steps.map((step) =>
    buildEvaluation(step, (name) => {
      const what = wanted.find((known) => known === name);
      if (what === undefined) return new Float32Array(0);
      return Float32Array.from({ length: points.length * armSpecs.length * seeds * tasks }, (_, at) => {
        const lane = Math.floor(at / tasks);
        const network = Math.floor(lane / seeds);
        return value({
          step,
          point: Math.floor(network / armSpecs.length),
          arm: network % armSpecs.length,
          seed: lane % seeds,
          task: at % tasks,
          what,
        });
      });
    }),
  );
  return {
    ...sampleRecord(),
    spec,
    tasks: Array.from({ length: tasks }, (_, task) => ({ name: `task-${task}`, loss: 'mse', outputs: 1, score })),
    parameters: armSpecs.map((_, arm) => 100 * (arm + 1)),
    evaluations,
    step: steps.at(-1) ?? 0,
  };
}
