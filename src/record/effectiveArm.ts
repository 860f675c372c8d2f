import type { ArmSpec } from '../spec/experiment';
import type { TimelineEvent } from '../spec/timeline';
import type { Adjustment } from '../training/events';
import type { RunRecord } from './runRecord';

/**
 * The settings of an arm in force from `step` on: as the experiment says, with every event of its timeline and every
 * live change up to then; of one step, events come first.
 * @throws RangeError when there is no such arm.
 */
export function effectiveArm(record: Pick<RunRecord, 'spec' | 'adjustments'>, arm: number, step: number): ArmSpec {
  const start = record.spec.arms[arm];
  if (start === undefined) throw new RangeError(`no arm ${arm}`);
  const events = start.timeline.map((event) => ({ step: event.at, next: (now: ArmSpec) => afterEvent(now, event) }));
  const changes = record.adjustments
    .filter((change) => change.arm === start.id)
    .map((change) => ({ step: change.step, next: (now: ArmSpec) => afterChange(now, change) }));
  return [...events, ...changes]
    .filter((each) => each.step <= step)
    .sort((a, b) => a.step - b.step)
    .reduce((current, each) => each.next(current), start);
}

function afterEvent(arm: ArmSpec, event: TimelineEvent): ArmSpec {
  switch (event.do) {
    case 'weights':
      return { ...arm, taskWeights: event.taskWeights };
    case 'scheme':
      return { ...arm, scheme: event.scheme };
    case 'rate':
      return { ...arm, learningRate: event.learningRate };
    default:
      return arm;
  }
}

function afterChange(arm: ArmSpec, change: Adjustment): ArmSpec {
  const { scheme } = arm;
  return {
    ...arm,
    scheme: scheme.kind === 'soft' ? { ...scheme, lambda: change.lambda ?? scheme.lambda } : scheme,
    learningRate: change.learningRate ?? arm.learningRate,
    taskWeights: change.taskWeights ?? arm.taskWeights,
  };
}
