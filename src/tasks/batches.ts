/**
 * Which rows a training step sees. The order depends on the seed and the *number* of rows, not on the task or the arm:
 * every arm of a seed sees the same batches, and tasks with common inputs (equally many rows) share one batch of inputs.
 * Tasks with rows of their own lose nothing by it, since their rows are separate draws.
 */
import { createStream, permutation } from '../numeric/random';

const NO_EPOCH = -1;

/** All rows in the order of epoch number `epoch`. Pure; costs one shuffle. */
export function epochOrder(seed: number, rows: number, epoch: number): Uint32Array {
  return permutation(createStream(seed, 'batches.order', rows, epoch), rows);
}

/**
 * Row indices of a step, as a function that remembers the shuffle of the epoch it was last asked for.
 * Every epoch is shuffled anew; rows left over at its end (rows modulo batch) are dropped for that epoch.
 * With `batch` >= `rows` every step sees all rows, in an order of its own.
 * @param batch rows per step, at least 1
 * @returns step (0-based) -> min(batch, rows) distinct row indices; a view that must not be changed
 * @throws RangeError when rows or batch is not a positive integer
 */
export function createBatchOrder(seed: number, rows: number, batch: number): (step: number) => Uint32Array {
  for (const [name, value] of Object.entries({ rows, batch })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a positive integer, got ${value}`);
  }
  const size = Math.min(batch, rows);
  const stepsPerEpoch = Math.floor(rows / size);
  let epoch = NO_EPOCH;
  let order: Uint32Array = new Uint32Array(0);
  return (step) => {
    if (!Number.isInteger(step) || step < 0) throw new RangeError(`a step is a whole number from 0, got ${step}`);
    const wanted = Math.floor(step / stepsPerEpoch);
    if (wanted !== epoch) {
      order = epochOrder(seed, rows, wanted);
      epoch = wanted;
    }
    const start = (step % stepsPerEpoch) * size;
    return order.subarray(start, start + size);
  };
}

/** Row indices of one step: a pure function of its arguments. For many steps in a row use {@link createBatchOrder}. */
export function batchOrder(seed: number, rows: number, batch: number, step: number): Uint32Array {
  return createBatchOrder(seed, rows, batch)(step);
}
