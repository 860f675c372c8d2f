/** A loss below this counts as this: a task that is solved exactly has no logarithm and no ratio. */
export const LEAST_LOSS = 1e-12;

/**
 * Losses for methods that take their logarithm or ratio: not below {@link LEAST_LOSS}.
 * @param losses [T]
 * @throws RangeError when a loss is negative or not finite, or their number is not `tasks`
 */
export function taskLosses(losses: Float64Array, tasks: number): Float64Array {
  if (losses.length !== tasks) throw new RangeError(`${losses.length} losses for ${tasks} tasks`);
  losses.forEach((loss, task) => {
    if (!(loss >= 0 && loss < Infinity)) {
      throw new RangeError(`this balancing needs losses from 0 on; that of task ${task} is ${loss}`);
    }
  });
  return losses.map((loss) => Math.max(loss, LEAST_LOSS));
}
