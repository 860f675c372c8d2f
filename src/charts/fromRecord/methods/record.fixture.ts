/** Runs with made-up measurements of any array, for tests of what is drawn from them. */
import { armNamed } from '../../../record/practice/practiceRecord.fixture';
import type { RunRecord } from '../../../record/runRecord';
import { sampleRecord, sampleSpec } from '../../../record/sampleRun.fixture';
import type { ArmSpec, ExperimentSpec } from '../../../spec/experiment';
import type { TaskShape } from '../../../spec/taskShape';
import type { TaskSource } from '../../../spec/taskSource';
import { buildEvaluation, type EvaluationArray } from '../../../training/events';

export interface MadeRun {
  readonly arms: readonly ArmSpec[];
  readonly seeds?: number;
  readonly tasks?: readonly TaskShape[];
  /** One point each; default: one of a small sample. */
  readonly sources?: readonly TaskSource[];
  readonly steps: readonly number[];
  /** Steps of the whole run; default: the last of `steps`. */
  readonly total?: number;
  readonly trunk?: readonly number[];
  /** Arrays at a step; what is left out was not measured. */
  readonly arrays: (step: number) => Partial<Record<EvaluationArray, readonly number[]>>;
}

export const error = (name: string): TaskShape => ({ name, loss: 'mse', outputs: 1, score: 'relativeError' });
export const accuracy = (name: string): TaskShape => ({ name, loss: 'softmax', outputs: 3, score: 'accuracy' });

export function arm(id: string, scheme: ArmSpec['scheme'], change: Partial<ArmSpec> = {}): ArmSpec {
  return { ...armNamed(id, scheme), ...change };
}

export const HARD: ArmSpec['scheme'] = { kind: 'hard', sharedLayers: 1, groups: null };

export function soft(lambda: number): ArmSpec['scheme'] {
  return { kind: 'soft', lambda, penalty: 'pairwise', on: 'trunk', coupling: 'proximal' };
}

export function madeRun(run: MadeRun): RunRecord {
  const { arms, seeds = 2, tasks = [error('first'), error('second')], steps, arrays, trunk = [4, 4] } = run;
  const base = sampleSpec(Array.from({ length: seeds }, (_, seed) => seed));
  const [point] = base.points;
  if (point === undefined) throw new Error('the sample has a point');
  const spec: ExperimentSpec = {
    ...base,
    arms,
    points: run.sources?.map((source) => ({ ...point, tasks: source })) ?? base.points,
    model: { ...base.model, trunk: trunk.map((units) => ({ units, activation: 'relu' })) },
    training: { ...base.training, steps: run.total ?? steps.at(-1) ?? 0 },
  };
  return {
    ...sampleRecord(),
    spec,
    tasks,
    evaluations: steps.map((step) => {
      const measured = arrays(step);
      return buildEvaluation(step, (name) => Float32Array.from(measured[name] ?? []));
    }),
    step: steps.at(-1) ?? 0,
  };
}
