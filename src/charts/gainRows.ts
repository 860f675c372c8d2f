import type { ArmMark } from '../ui/armMark';
import type { TaskMark } from '../ui/taskMark';
import type { GainBar } from './chartProps';

/** One line of the gain chart: a task's name, or a bar of one arm. */
export type GainLine =
  | { readonly kind: 'task'; readonly key: string; readonly task: TaskMark }
  | {
      readonly kind: 'bar';
      readonly key: string;
      readonly task: TaskMark;
      readonly arm: ArmMark;
      readonly bar: GainBar;
    };

/** Tasks in order, under each the arms in order; arms without a gain (alone) and tasks without any are left out. */
export function gainRows(
  tasks: readonly TaskMark[],
  arms: readonly ArmMark[],
  bars: readonly GainBar[],
): readonly GainLine[] {
  return tasks.flatMap((task, index) => {
    const own = arms.flatMap((arm): GainLine[] => {
      const bar = bars.find((candidate) => candidate.task === index && candidate.arm === arm.id);
      return bar === undefined ? [] : [{ kind: 'bar', key: `${task.hue} ${arm.id}`, task, arm, bar }];
    });
    return own.length === 0 ? [] : [{ kind: 'task' as const, key: `${task.hue}`, task }, ...own];
  });
}
