/** The heads of networks whose features are not those of a plain tower. */
import type { ModelSpec } from '../../spec/experiment';
import { reshape } from '../../tensor/tapeOperations';
import type { Node } from '../../tensor/tape';
import { BANKS } from './banks';
import type { MixedSetting } from './mixedNetwork';
import { headStack, initialStack, runStack, stackColumns, type Stack } from './stack';

export interface Heads {
  /** Columns of one head. */
  readonly columns: number;
  /** rows [L, T, columns], features [L*T, n, width] -> [L*T, n, O] */
  run(rows: Node, features: Node): Node;
  /** [T, columns]; with `headStart: 'equal'` all tasks take the draw of the first. */
  initial(seed: number): Float32Array;
}

/** Outputs of the widest task. */
export const widestOutput = ({ shapes }: Pick<MixedSetting, 'shapes'>): number =>
  Math.max(...shapes.map((shape) => shape.outputs));

/** @param width features that each head reads. */
export function createHeads(setting: MixedSetting, width: number): Heads {
  const { model, shapes } = setting;
  const stack: Stack = headStack(model, width, widestOutput(setting));
  const columns = stackColumns(stack);
  return {
    columns,
    run(rows, features) {
      const [lanes = 0, tasks = 0] = rows.value.shape;
      return runStack(stack, reshape(rows, [lanes * tasks, columns]), features);
    },
    initial(seed) {
      const rows = new Float32Array(shapes.length * columns);
      shapes.forEach((shape, task) => {
        rows.set(initialStack(stack, seed, BANKS.heads, member(model, task), shape.outputs), task * columns);
      });
      return rows;
    },
  };
}

const member = (model: ModelSpec, task: number): number => (model.headStart === 'own' ? task : 0);
