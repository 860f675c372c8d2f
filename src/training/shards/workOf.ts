import { laneCount, type ExperimentSpec } from '../../spec/experiment';
import { towerParameters } from '../../spec/parameterCount';
import { isRowScheme } from '../../spec/scheme';
import { inputWidth, taskShapes } from '../../spec/taskShapes';
import { laneGroups } from '../laneGroups';

/** Networks that mix activations are computed operation by operation: roughly so many times the work of rows. */
const MIXING = 8;

/** Roughly what a step of an experiment costs: weights of all towers. Good for comparing parts of one experiment only. */
export function workOf(spec: ExperimentSpec): number {
  const [point] = spec.points;
  if (point === undefined) return 0;
  const shapes = taskShapes(point.tasks);
  const inputs = inputWidth(point.tasks);
  return laneGroups(spec).reduce((sum, { spec: group }) => {
    const rows = group.arms.every((arm) => isRowScheme(arm.scheme));
    return sum + laneCount(group) * towerParameters(group.model, inputs, shapes) * (rows ? 1 : MIXING);
  }, 0);
}
