/**
 * Where each number of a tower lies in its row of `theta[L][T][P]`.
 *
 * Columns run layer by layer from the input to the output: the weights of a layer (in x out, row-major), then its biases.
 * So "the first k layers" is a prefix of the columns, which is all that a sharing scheme needs to know.
 * Rows of all tasks are equally long: the output layer is as wide as the widest task; a narrower task leaves its last
 * columns at zero (their gradient is masked), and they are not counted as parameters.
 */
import type { Activation, ModelSpec } from '../spec/experiment';
import type { TaskShape } from '../spec/taskShape';

export interface LayerLayout {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  /** First column of the weights. */
  readonly weights: number;
  /** First column of the biases. */
  readonly biases: number;
  /** First column after the layer. */
  readonly end: number;
}

export interface TowerLayout {
  readonly layers: readonly LayerLayout[];
  /** P, the length of a row. */
  readonly columns: number;
  /** Columns of the trunk: 0 .. trunkColumns-1. */
  readonly trunkColumns: number;
  /** Output width of each task, at most the width of the last layer. */
  readonly taskOutputs: readonly number[];
}

/** Lays out the towers of a model for tasks with `inputs` input values. */
export function towerLayout(model: ModelSpec, inputs: number, tasks: readonly TaskShape[]): TowerLayout {
  const widest = Math.max(...tasks.map((task) => task.outputs));
  const hidden = [...model.trunk, ...model.head];
  const layers: LayerLayout[] = [];
  let width = inputs;
  let column = 0;
  for (const { units, activation } of [...hidden, { units: widest, activation: 'linear' as const }]) {
    const biases = column + width * units;
    layers.push({ inputs: width, outputs: units, activation, weights: column, biases, end: biases + units });
    width = units;
    column = biases + units;
  }
  return {
    layers,
    columns: column,
    trunkColumns: layers[model.trunk.length - 1]?.end ?? 0,
    taskOutputs: tasks.map((task) => task.outputs),
  };
}

/** What is asked of columns by number of layers. */
type PrefixedLayout = { readonly layers: readonly { readonly end: number }[]; readonly columns: number };

/** Columns of the first `count` layers (0 .. result-1). */
export function prefixColumns(layout: PrefixedLayout, count: number): number {
  return count === 0 ? 0 : (layout.layers[count - 1]?.end ?? layout.columns);
}

/** Units that task `task` really has in layer `layer`: all of them, except that a narrow task has fewer outputs. */
export function unitsOf(layout: TowerLayout, layer: number, task: number): number {
  const width = layout.layers[layer]?.outputs ?? 0;
  return layer === layout.layers.length - 1 ? Math.min(width, layout.taskOutputs[task] ?? width) : width;
}
