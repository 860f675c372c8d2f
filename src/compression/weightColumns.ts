/** Which numbers of a tower compression changes. */
import { layersWithin, partColumns, type Part, type TowerShape } from '../fusion/towerShape';

/**
 * Columns of the weights of each layer of a part, layer by layer, in ascending order. Biases are not among them: they are
 * few, they cost nothing to keep, and without them a pruned unit could not even give a constant.
 * @param outputs output width of the task; a tower's output layer may be wider than a narrow task needs
 */
export function weightColumns(tower: TowerShape, on: Part, outputs: number): readonly (readonly number[])[] {
  return layersWithin(tower, partColumns(tower, on)).map((layer) => {
    const used = layer === tower.layers.at(-1) ? Math.min(outputs, layer.outputs) : layer.outputs;
    return Array.from(
      { length: layer.inputs * used },
      (_, i) => layer.weights + Math.floor(i / used) * layer.outputs + (i % used),
    );
  });
}
