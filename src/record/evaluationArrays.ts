/** Lengths of the arrays of an evaluation, so that a recording can be checked before it is believed. */
import { laneCount, layerCount } from '../spec/experiment';
import { mixedReadout, mixingWidth } from '../spec/mixedReadout';
import { isRowScheme, type Scheme } from '../spec/scheme';
import { inputWidth } from '../spec/taskShapes';
import { LINE_POINTS, SHOWN_ROWS, type EvaluationArray } from '../training/events';
import type { RunRecord } from './runRecord';

/**
 * Length an array of an evaluation must have in this experiment (or 0: not measured, or dropped).
 */
export function arrayLength(record: Pick<RunRecord, 'spec' | 'tasks' | 'layerUnits'>, name: EvaluationArray): number {
  const { spec, layerUnits } = record;
  const lanes = laneCount(spec);
  const tasks = record.tasks.length;
  const settings = spec.points.length * spec.arms.length;
  switch (name) {
    case 'trainLoss':
    case 'validationLoss':
    case 'testLoss':
    case 'validationScore':
    case 'testScore':
    case 'gradientNorm':
    case 'taskWeight':
      return lanes * tasks;
    case 'distance':
    case 'relativeDistance':
    case 'weightCosine':
      return lanes * layerCount(spec.model);
    case 'gradientCosine':
      return (lanes * tasks * (tasks - 1)) / 2;
    case 'units':
      return settings * tasks * layerUnits.reduce((sum, n) => sum + n, 0);
    case 'mixing':
      return lanes * Math.max(0, ...spec.arms.map((arm) => mixed(spec, arm.scheme, tasks)));
    case 'affinity':
      return lanes * tasks * tasks;
    case 'probe':
      return lanes;
    case 'position':
      return lanes * tasks * 2;
    case 'interpolation':
      return lanes * LINE_POINTS;
    case 'firstLayer':
      return settings * inputs(spec) * (layerUnits[0] ?? 0);
    case 'predictions':
      return settings * tasks * SHOWN_ROWS;
  }
}

/** Numbers that one network of the scheme has to show. */
function mixed(spec: RunRecord['spec'], scheme: Scheme, tasks: number): number {
  return isRowScheme(scheme) ? 0 : mixingWidth(mixedReadout(scheme, spec.model, tasks));
}

function inputs(spec: RunRecord['spec']): number {
  const source = spec.points[0]?.tasks;
  return source === undefined ? 0 : inputWidth(source);
}
