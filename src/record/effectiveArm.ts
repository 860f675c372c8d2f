import type { ArmSpec } from '../spec/experiment';
import type { RunRecord } from './runRecord';

/**
 * The settings of an arm in force from `step` on: as the experiment says, with every live change up to then.
 * @throws RangeError when there is no such arm.
 */
export function effectiveArm(record: Pick<RunRecord, 'spec' | 'adjustments'>, arm: number, step: number): ArmSpec {
  const start = record.spec.arms[arm];
  if (start === undefined) throw new RangeError(`no arm ${arm}`);
  return record.adjustments
    .filter((change) => change.arm === start.id && change.step <= step)
    .reduce<ArmSpec>(
      (current, change) => ({
        ...current,
        scheme:
          current.scheme.kind === 'soft'
            ? { ...current.scheme, lambda: change.lambda ?? current.scheme.lambda }
            : current.scheme,
        learningRate: change.learningRate ?? current.learningRate,
        taskWeights: change.taskWeights ?? current.taskWeights,
      }),
      start,
    );
}
