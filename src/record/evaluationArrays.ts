import type { Evaluation } from '../training/events';
import { laneCount, layerCount } from '../spec/experiment';
import type { RunRecord } from './runRecord';

export type EvaluationArray = Exclude<keyof Evaluation, 'step'>;

/** Every array of an evaluation, in the order of the contract; the compiler checks that none is missing. */
const named: Readonly<Record<EvaluationArray, 'task' | 'layer' | 'pair' | 'unit'>> = {
  trainLoss: 'task',
  validationLoss: 'task',
  testLoss: 'task',
  validationScore: 'task',
  testScore: 'task',
  distance: 'layer',
  relativeDistance: 'layer',
  weightCosine: 'layer',
  gradientNorm: 'task',
  gradientCosine: 'pair',
  units: 'unit',
};

export const evaluationArrays = Object.keys(named).filter(isEvaluationArray);

/** Length an array of an evaluation must have in this experiment (or 0: not measured, or dropped). */
export function arrayLength(record: Pick<RunRecord, 'spec' | 'tasks' | 'layerUnits'>, name: EvaluationArray): number {
  const { spec, tasks } = record;
  const lanes = laneCount(spec);
  switch (named[name]) {
    case 'task':
      return lanes * tasks.length;
    case 'layer':
      return lanes * layerCount(spec.model);
    case 'pair':
      return (lanes * tasks.length * (tasks.length - 1)) / 2;
    case 'unit':
      return spec.points.length * spec.arms.length * tasks.length * record.layerUnits.reduce((sum, n) => sum + n, 0);
  }
}

/** Builds an evaluation array by array. */
export function buildEvaluation(step: number, array: (name: EvaluationArray) => Float32Array): Evaluation {
  return {
    step,
    trainLoss: array('trainLoss'),
    validationLoss: array('validationLoss'),
    testLoss: array('testLoss'),
    validationScore: array('validationScore'),
    testScore: array('testScore'),
    distance: array('distance'),
    relativeDistance: array('relativeDistance'),
    weightCosine: array('weightCosine'),
    gradientNorm: array('gradientNorm'),
    gradientCosine: array('gradientCosine'),
    units: array('units'),
  };
}

function isEvaluationArray(name: string): name is EvaluationArray {
  return Object.hasOwn(named, name);
}
