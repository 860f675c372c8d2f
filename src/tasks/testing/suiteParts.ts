/** Parts of a drawn suite that a test knows to be there. */
import type { TaskData, TaskSplit, TaskSuite } from '../taskSuite';

export function taskOf(suite: TaskSuite, task: number): TaskData {
  const data = suite.tasks[task];
  if (data === undefined) throw new Error(`no task ${task}`);
  return data;
}

export function cleanOf(split: TaskSplit): Float32Array {
  if (split.clean === null) throw new Error('no noise-free targets');
  return split.clean;
}
