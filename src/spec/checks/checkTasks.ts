/** Whether the tasks of a preset, and the sweep over them, make sense before anything else is looked at. */
import { DEFAULTS } from '../defaults';
import { LIMITS } from '../limits';
import type { PresetExperiment, PresetSweep, PresetTasks } from '../preset';
import type { SpecProblem } from '../specProblem';
import { taskShapes, PENGUIN_ROWS } from '../taskShapes';
import { resolveTasks } from '../resolveTasks';
import { checkTable } from './checkTable';
import { duplicates } from './duplicates';

const TASKS = ['experiment', 'tasks'] as const;
const SWEEP = ['experiment', 'sweep'] as const;

export function checkTasks(experiment: PresetExperiment): readonly SpecProblem[] {
  const { tasks, sweep } = experiment;
  return [
    ...(tasks.source === 'table' ? checkTable(tasks, TASKS) : []),
    ...(tasks.source === 'table' ? duplicates(tasks.tasks, (task) => task.name, [...TASKS, 'tasks'], ['name']) : []),
    ...(tasks.source === 'penguins' ? checkPenguins(tasks) : []),
    ...(tasks.source === 'angle' ? checkTeacher(tasks) : []),
    ...(sweep === undefined ? [] : checkSweep(tasks, sweep)),
  ];
}

function checkPenguins(tasks: Extract<PresetTasks, { source: 'penguins' }>): readonly SpecProblem[] {
  const { labelled } = tasks;
  const count = (tasks.tasks ?? DEFAULTS.penguins.tasks).length;
  const lengths: SpecProblem[] =
    labelled === undefined || labelled.length === count
      ? []
      : [
          {
            path: [...TASKS, 'labelled'],
            code: 'length-mismatch',
            params: { found: labelled.length, expected: count },
          },
        ];
  const amounts = (labelled ?? []).flatMap((found, index) => checkLabelled(found, [...TASKS, 'labelled', index]));
  return [...duplicates(tasks.tasks ?? [], (name) => name, [...TASKS, 'tasks'], []), ...lengths, ...amounts];
}

function checkLabelled(found: number | null, path: readonly (string | number)[]): readonly SpecProblem[] {
  const max = PENGUIN_ROWS.train;
  return found === null || found <= max
    ? []
    : [{ path, code: 'labelled-too-many', params: { found, min: LIMITS.samples.min, max } }];
}

function checkTeacher(tasks: Extract<PresetTasks, { source: 'angle' }>): readonly SpecProblem[] {
  const { min, max } = LIMITS.reluFeatures;
  const { features = max, teacher = DEFAULTS.angle.teacher } = tasks;
  return teacher === 'linear' || features >= min
    ? []
    : [
        {
          path: [...TASKS, 'features'],
          code: 'out-of-range',
          params: { found: features, expect: 'integer', min, max },
        },
      ];
}

/** What of each source can be swept. */
const SWEEPABLE: Readonly<Record<PresetTasks['source'], readonly PresetSweep['over'][]>> = {
  angle: ['angle', 'noise', 'samples'],
  penguins: ['samples'],
  table: [],
};

function checkSweep(tasks: PresetTasks, sweep: PresetSweep): readonly SpecProblem[] {
  const allowed = SWEEPABLE[tasks.source];
  if (!allowed.includes(sweep.over)) {
    const params = { found: sweep.over, source: tasks.source, allowed: allowed.join(', ') || '–' };
    return [{ path: [...SWEEP, 'over'], code: 'sweep-unsupported', params }];
  }
  const rows =
    tasks.source === 'penguins'
      ? sweep.values.flatMap((v, index) => checkLabelled(v, [...SWEEP, 'values', index]))
      : [];
  return [...duplicates(sweep.values, String, [...SWEEP, 'values'], []), ...rows, ...checkSweptTask(tasks, sweep)];
}

function checkSweptTask(tasks: PresetTasks, sweep: PresetSweep): readonly SpecProblem[] {
  if (sweep.over !== 'samples' || sweep.task === undefined) return [];
  const names = taskShapes(resolveTasks(tasks)).map((shape) => shape.name);
  if (names.includes(sweep.task)) return [];
  return [{ path: [...SWEEP, 'task'], code: 'sweep-task', params: { found: sweep.task, allowed: names.join(', ') } }];
}
