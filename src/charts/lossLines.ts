import type { ArmMark } from '../ui/armMark';
import type { TaskMark } from '../ui/taskMark';
import type { LossSeries } from './curveSeries';
import type { PanelLine } from './panelLine';
import type { Split } from './split';

/** Series as lines: hue of the task, stroke of the arm; held-out rows in full, training faint, an earlier run as ghost. */
export function lossLines(
  tasks: readonly TaskMark[],
  arms: readonly ArmMark[],
  series: readonly LossSeries[],
  ghosts: readonly LossSeries[],
  note: (split: Split) => string,
): readonly PanelLine[] {
  const line = (one: LossSeries, ghost: boolean): PanelLine[] => {
    const arm = arms.find((candidate) => candidate.id === one.arm);
    const task = tasks[one.task];
    if (arm === undefined || task === undefined) return [];
    return [
      {
        key: `${ghost ? 'earlier ' : ''}${one.arm} ${one.task} ${one.split}`,
        arm,
        hue: task.hue,
        points: one,
        role: ghost ? 'ghost' : one.split === 'train' ? 'faint' : 'full',
        note: note(one.split),
      },
    ];
  };
  return [...ghosts.flatMap((one) => line(one, true)), ...series.flatMap((one) => line(one, false))];
}
