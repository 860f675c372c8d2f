/** Data sources with every default written out, and the points of a sweep. */
import { DEFAULTS } from './defaults';
import type { AngleSource, PenguinsSource, PointSpec, TableSource, TableTask, TaskSource } from './experiment';
import type { PresetSweep, PresetTasks } from './preset';

export function resolveTasks(tasks: PresetTasks): TaskSource {
  switch (tasks.source) {
    case 'penguins':
      return resolvePenguins(tasks);
    case 'table':
      return resolveTable(tasks);
    case 'angle':
      return resolveAngle(tasks);
  }
}

/** One point without a sweep; else one per value. Names of fields the source lacks are left for the checks to refuse. */
export function resolvePoints(source: TaskSource, sweep: PresetSweep | undefined): readonly PointSpec[] {
  if (sweep === undefined) return [{ value: null, tasks: source }];
  return sweep.values.map((value) => ({ value, tasks: atValue(source, sweep, value) }));
}

function atValue(source: TaskSource, sweep: PresetSweep, value: number): TaskSource {
  switch (source.source) {
    case 'angle': {
      if (sweep.over !== 'samples') return { ...source, [sweep.over]: value };
      const swept = (task: string): boolean => sweep.task === undefined || sweep.task === task;
      const [first, second] = source.samples;
      return { ...source, samples: [swept('first') ? value : first, swept('second') ? value : second] };
    }
    case 'penguins': {
      if (sweep.over !== 'samples') return source;
      const labelled = source.tasks.map((task, index) =>
        sweep.task === undefined || sweep.task === task ? value : (source.labelled[index] ?? null),
      );
      return { ...source, labelled };
    }
    case 'table':
      return source;
  }
}

function resolvePenguins(tasks: Extract<PresetTasks, { source: 'penguins' }>): PenguinsSource {
  const names = tasks.tasks ?? DEFAULTS.penguins.tasks;
  return { source: 'penguins', tasks: names, labelled: tasks.labelled ?? names.map(() => null) };
}

function resolveTable(tasks: Extract<PresetTasks, { source: 'table' }>): TableSource {
  return {
    source: 'table',
    inputs: tasks.inputs ?? null,
    tasks: tasks.tasks.map((task): TableTask => {
      const loss = task.loss ?? 'mse';
      const classes = loss === 'softmax' ? (task.classes ?? largestClass(task.targets) + 1) : null;
      return { name: task.name, loss, inputs: task.inputs ?? null, targets: task.targets, classes };
    }),
    split: tasks.split ?? null,
  };
}

/** At least 1, so that a task never has fewer than two classes. */
function largestClass(targets: readonly (readonly number[])[]): number {
  return Math.max(1, ...targets.map((row) => row[0] ?? 0));
}

function resolveAngle(tasks: Extract<PresetTasks, { source: 'angle' }>): AngleSource {
  const { samples, ...defaults } = DEFAULTS.angle;
  const given = tasks.samples ?? samples;
  const teacher = tasks.teacher ?? defaults.teacher;
  return {
    ...defaults,
    ...tasks,
    teacher,
    // A linear teacher has no hidden units to choose.
    features: teacher === 'linear' ? 1 : (tasks.features ?? defaults.features),
    samples: typeof given === 'number' ? [given, given] : given,
  };
}
