import { PENGUIN_TASKS } from '../../../spec/taskFields';
import type { PresetTasks } from '../../../spec/preset';

/** Sources whose tasks a reader chooses, with all of them in their order. */
export const CHOSEN_TASKS = {
  penguins: PENGUIN_TASKS,
  weather: ['type', 'maximum', 'wind'],
} as const satisfies Readonly<Partial<Record<PresetTasks['source'], readonly string[]>>>;

/** The source with one of its tasks taken in or left out; labelled rows stay with their tasks. */
export function sourceTaskSwitched(tasks: PresetTasks, task: string, on: boolean): PresetTasks {
  if (tasks.source !== 'penguins' && tasks.source !== 'weather') return tasks;
  const all: readonly string[] = CHOSEN_TASKS[tasks.source];
  const before: readonly string[] = tasks.tasks ?? all;
  const rows = new Map(before.map((name, index) => [name, tasks.labelled?.[index] ?? null]));
  const names = all.filter((name) => (name === task ? on : before.includes(name)));
  const labelled = names.map((name) => rows.get(name) ?? null);
  return tasks.source === 'penguins'
    ? { ...tasks, tasks: PENGUIN_TASKS.filter((name) => names.includes(name)), labelled }
    : { ...tasks, tasks: CHOSEN_TASKS.weather.filter((name) => names.includes(name)), labelled };
}
