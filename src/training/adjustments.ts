/** Live changes of arms: checked, ordered by step, applied at exactly their step (again after a crash). */
import type { ArmSpec, ExperimentSpec } from '../spec/experiment';
import { safeCoupling } from '../spec/coupling';
import { LIMITS, type Range } from '../spec/limits';
import type { Adjustment } from './events';

function require(place: string, value: number, range: Range): void {
  if (!(value >= range.min && value <= range.max)) {
    throw new RangeError(`${place} is ${value}; allowed is ${range.min} to ${range.max}`);
  }
}

/**
 * The arms after a change. A soft arm keeps its coupling unless the new lambda or rate is too stiff for the gradient.
 * @throws RangeError naming the field when there is no such arm or a value is not allowed.
 */
export function adjustArms(
  spec: ExperimentSpec,
  arms: readonly ArmSpec[],
  tasks: number,
  change: Omit<Adjustment, 'step'>,
): readonly ArmSpec[] {
  const arm = arms.find(({ id }) => id === change.arm);
  if (!arm) throw new RangeError(`there is no arm "${change.arm}"`);
  const learningRate = change.learningRate ?? arm.learningRate;
  require('learningRate', learningRate, LIMITS.learningRate);
  const taskWeights = change.taskWeights ?? arm.taskWeights;
  if (taskWeights.length !== tasks)
    throw new RangeError(`taskWeights needs ${tasks} numbers, got ${taskWeights.length}`);
  taskWeights.forEach((weight, task) => require(`taskWeights[${task}]`, weight, LIMITS.taskWeight));

  let { scheme } = arm;
  if (change.lambda !== undefined) {
    if (scheme.kind !== 'soft')
      throw new RangeError(`lambda belongs to soft sharing; arm "${arm.id}" is ${scheme.kind}`);
    require('lambda', change.lambda, LIMITS.lambda);
    scheme = { ...scheme, lambda: change.lambda };
  }
  if (scheme.kind === 'soft' && scheme.coupling === 'gradient') {
    scheme = { ...scheme, coupling: safeCoupling(scheme, tasks, spec.training.optimizer, learningRate) };
  }
  const changed: ArmSpec = { ...arm, scheme, learningRate, taskWeights };
  return arms.map((other) => (other === arm ? changed : other));
}
