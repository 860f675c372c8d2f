/**
 * First weights of a network: Glorot uniform (Glorot & Bengio 2010), zero biases.
 *
 * Every task of a network starts from the same row, and every scheme of one seed from the same network: distances between
 * towers then start at zero and comparisons between schemes are paired. A draw depends on (seed, layer, input, output)
 * only, so it is the same for every data setting of a sweep.
 */
import { createStream } from '../numeric/random';
import type { TowerLayout } from './layout';
import { unitsOf } from './layout';

/**
 * @returns [T, P] rows of one network, C order. Columns of outputs that a task does not have stay zero.
 */
export function initialWeights(layout: TowerLayout, seed: number): Float32Array {
  const tasks = layout.taskOutputs.length;
  const rows = new Float32Array(tasks * layout.columns);
  layout.layers.forEach((layer, index) => {
    const stream = createStream(seed, 'weights.initial', index);
    for (let task = 0; task < tasks; task++) {
      const outputs = unitsOf(layout, index, task);
      const limit = Math.sqrt(6 / (layer.inputs + outputs));
      for (let i = 0; i < layer.inputs; i++) {
        for (let j = 0; j < outputs; j++) {
          // Numbered by the unit first, so that a narrower output layer gets the first units of a wider one.
          const draw = stream.uniform(j * layer.inputs + i);
          rows[task * layout.columns + layer.weights + i * layer.outputs + j] = (2 * draw - 1) * limit;
        }
      }
    }
  });
  return rows;
}
