/**
 * First weights of a network: Glorot uniform (Glorot & Bengio 2010), zero biases.
 *
 * The trunks of all tasks start equal, and every scheme of one seed starts from the same network: distances between trunks
 * begin at zero and comparisons between schemes are paired. Heads are each task's own draw, or one draw for all. A draw
 * depends on (seed, layer, task, input, output) only, so it is the same for every data setting of a sweep.
 */
import { createStream } from '../numeric/random';
import type { ModelSpec } from '../spec/experiment';
import type { TowerLayout } from './layout';
import { unitsOf } from './layout';

/**
 * @returns [T, P] rows of one network, C order. Columns of outputs that a task does not have stay zero.
 */
export function initialWeights(layout: TowerLayout, seed: number, headStart: ModelSpec['headStart']): Float32Array {
  const tasks = layout.taskOutputs.length;
  const rows = new Float32Array(tasks * layout.columns);
  layout.layers.forEach((layer, index) => {
    const own = headStart === 'own' && layer.weights >= layout.trunkColumns;
    for (let task = 0; task < tasks; task++) {
      const stream = createStream(seed, 'weights.initial', index, own ? task : 0);
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
