/** Shapes of generated regression tasks. */
import type { TaskShape } from '../taskShape';

/** Names for as many tasks as a source may have, where they differ in nothing but their draw. */
export const ORDINALS: readonly string[] = [
  ...['first', 'second', 'third', 'fourth', 'fifth'],
  ...['sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
];

/** Squared error, reported relative to the variance of the noise-free target. */
export function regressionTask(name: string, outputs = 1): TaskShape {
  return { name, loss: 'mse', outputs, score: 'relativeError' };
}

/** That many tasks with one output each. */
export function regressionTasks(count: number): readonly TaskShape[] {
  return ORDINALS.slice(0, count).map((name) => regressionTask(name));
}
