/** Whether the tasks of a preset, and the sweep over them, make sense before anything else is looked at. */
import type { PresetExperiment, PresetTasks } from '../preset';
import { describeSource, type SourceName, type WrittenSource } from '../sources/registry';
import type { SpecProblem } from '../specProblem';
import { checkSweep } from './checkSweep';

const TASKS = ['experiment', 'tasks'] as const;

/** Problems of the tasks; those of a sweep over them only when the tasks themselves have none. */
export function checkTasks(experiment: PresetExperiment): readonly SpecProblem[] {
  const problems = checkSource(experiment.tasks, TASKS);
  if (problems.length > 0 || experiment.sweep === undefined) return problems;
  return checkSweep(experiment, experiment.sweep, (tasks) => checkSource(tasks, TASKS));
}

function checkSource(tasks: PresetTasks, path: readonly string[]): readonly SpecProblem[] {
  return checkNamed(tasks.source, tasks, path);
}

function checkNamed<Name extends SourceName>(
  name: Name,
  tasks: WrittenSource<Name>,
  path: readonly string[],
): readonly SpecProblem[] {
  return describeSource(name).check(tasks, path);
}
