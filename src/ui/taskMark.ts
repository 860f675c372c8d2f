/** How a task is shown everywhere: its name in the reader's language and the hue that it keeps in every picture. */
export interface TaskMark {
  readonly name: string;
  /** 0-based place in the task palette; the same task has the same hue in every chart. */
  readonly hue: number;
}

/** Number of task hues; further tasks start again from the first. */
export const TASK_HUES = 6;

/** The CSS colour of a task, theme-aware. */
export function taskColor(hue: number): string {
  return `var(--task-${(hue % TASK_HUES) + 1})`;
}
