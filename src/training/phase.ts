/**
 * What is in force at a step: the arms as the timeline and live changes have left them. It follows from the spec, the
 * step and the live changes alone, so a resumed run has nothing of it to restore.
 */
import type { ArmSpec, ExperimentSpec } from '../spec/experiment';
import type { TimelineEvent } from '../spec/timeline';
import { adjustArms } from './adjustments';
import type { Adjustment } from './events';

export interface ArmPhase {
  readonly arm: ArmSpec;
  /** Step at which the weights were last replaced: the optimizer counts from there. */
  readonly restartedAt: number;
  /** Training rows in use per task, `null` = all. */
  readonly rows: readonly (number | null)[];
}

/** Whether an event changes weights (tied rows begin at their mean), so that the optimizer starts afresh. */
export function restartsOptimizer(event: TimelineEvent): boolean {
  switch (event.do) {
    case 'adopt':
    case 'fuse':
    case 'prune':
    case 'quantise':
    case 'scheme':
      return true;
    case 'weights':
    case 'rate':
    case 'rows':
    case 'anchor':
      return false;
  }
}

function afterEvent(before: ArmPhase, event: TimelineEvent): ArmPhase {
  const phase = restartsOptimizer(event) ? { ...before, restartedAt: event.at } : before;
  const { arm } = phase;
  switch (event.do) {
    case 'weights':
      return { ...phase, arm: { ...arm, taskWeights: event.taskWeights } };
    case 'scheme':
      return { ...phase, arm: { ...arm, scheme: event.scheme } };
    case 'rate':
      return { ...phase, arm: { ...arm, learningRate: event.learningRate } };
    case 'rows':
      return { ...phase, rows: phase.rows.map((rows, task) => (task === event.task ? event.rows : rows)) };
    case 'anchor':
    case 'adopt':
    case 'fuse':
    case 'prune':
    case 'quantise':
      return phase;
  }
}

/**
 * The phase of every arm at `step`, events and changes of that step included; of one step, events come first.
 * @throws RangeError when a live change names no arm or a value that is not allowed.
 */
export function phasesAt(
  spec: ExperimentSpec,
  tasks: number,
  step: number,
  adjustments: readonly Adjustment[],
): readonly ArmPhase[] {
  let phases = spec.arms.map((arm): ArmPhase => {
    return { arm, restartedAt: 0, rows: Array.from({ length: tasks }, () => null) };
  });
  const due = [
    ...spec.arms.flatMap(({ id, timeline }) =>
      timeline.map((event) => ({ step: event.at, apply: () => changed(id, (phase) => afterEvent(phase, event)) })),
    ),
    ...adjustments.map((change) => ({ step: change.step, apply: () => adjusted(change) })),
  ];
  // A stable sort: events stand before live changes, and both in their own order.
  for (const change of due.filter((each) => each.step <= step).sort((a, b) => a.step - b.step)) change.apply();
  return phases;

  function changed(id: string, next: (phase: ArmPhase) => ArmPhase): void {
    phases = phases.map((phase) => (phase.arm.id === id ? next(phase) : phase));
  }

  function adjusted(change: Adjustment): void {
    const arms = adjustArms(
      spec,
      phases.map((phase) => phase.arm),
      tasks,
      change,
    );
    phases = phases.map((phase, index) => ({ ...phase, arm: arms[index] ?? phase.arm }));
  }
}
