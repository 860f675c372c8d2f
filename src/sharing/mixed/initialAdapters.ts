import { createStream } from '../../numeric/random';
import { BANKS } from './banks';
import type { Stack } from './stack';

/** First adapters of all tasks, A and B layer by layer: A Glorot uniform, B zero, so that the correction begins at 0. */
export function initialAdapters(trunk: Stack, rank: number, tasks: number, seed: number): Float32Array {
  const size = trunk.reduce((sum, layer) => sum + rank * (layer.inputs + layer.outputs), 0);
  const rows = new Float32Array(tasks * size);
  for (let task = 0; task < tasks; task++) {
    let begin = task * size;
    trunk.forEach((layer, index) => {
      const stream = createStream(seed, 'mixed.weights', BANKS.adapters, task, index);
      const limit = Math.sqrt(6 / (layer.inputs + rank));
      // Numbered by the rank first: a larger rank keeps the first columns of a smaller one.
      for (let i = 0; i < layer.inputs; i++) {
        for (let r = 0; r < rank; r++) {
          rows[begin + i * rank + r] = (2 * stream.uniform(r * layer.inputs + i) - 1) * limit;
        }
      }
      begin += rank * (layer.inputs + layer.outputs);
    });
  }
  return rows;
}
