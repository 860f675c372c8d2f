/** Looking into drawn data, for tests. */
import type { TaskSplit, TaskSuite } from '../taskSuite';

export function partOf(suite: TaskSuite, task: number, part: 'train' | 'validation' | 'test'): TaskSplit {
  const data = suite.tasks[task];
  if (data === undefined) throw new Error(`no task ${task}`);
  return data[part];
}

export function columnOf(data: TaskSplit, index: number, width: number): number[] {
  return Array.from({ length: data.rows }, (_, row) => data.inputs[row * width + index] ?? NaN);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Population standard deviation. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}
