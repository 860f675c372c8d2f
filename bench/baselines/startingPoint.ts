/**
 * Where every contestant starts: first weights and mini-batches of the hard-shared 8-32-32-2 network of a seed, in the
 * plainest form, so that other implementations train the very same network on the very same rows.
 */
import type { ExperimentSpec } from '../../src/spec/experiment';
import { createBatchOrder } from '../../src/tasks/batches';
import { drawCohortData } from '../../src/training/cohortData';
import { initialWeights } from '../../src/training/initialWeights';
import { towerLayout, type TowerLayout } from '../../src/training/layout';

export interface DenseWeights {
  readonly inputs: number;
  readonly outputs: number;
  /** [inputs][outputs], row-major. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface Batch {
  /** [batch][width] */
  readonly inputs: Float32Array;
  /** [batch][tasks] */
  readonly targets: Float32Array;
}

export interface StartingPoint {
  readonly layers: readonly DenseWeights[];
  readonly batch: number;
  /** Rows of a step (0-based). */
  readonly rows: (step: number) => Batch;
}

/**
 * The layers of a hard-shared network from its rows theta [tasks][P]: shared layers from the first row, the output layer
 * one column per task.
 */
export function sharedLayers(layout: TowerLayout, theta: Float32Array): readonly DenseWeights[] {
  const tasks = layout.taskOutputs.length;
  const at = (task: number, column: number): number => theta[task * layout.columns + column] ?? NaN;
  return layout.layers.map((layer, depth) => {
    const isOutput = depth === layout.layers.length - 1;
    const outputs = isOutput ? tasks : layer.outputs;
    const from = (column: number, j: number): number => (isOutput ? at(j, column) : at(0, column + j));
    return {
      inputs: layer.inputs,
      outputs,
      weights: Float32Array.from({ length: layer.inputs * outputs }, (_, k) => {
        return from(layer.weights + Math.floor(k / outputs) * layer.outputs, k % outputs);
      }),
      biases: Float32Array.from({ length: outputs }, (_, j) => from(layer.biases, j)),
    };
  });
}

/** The layout of the towers of a spec whose tasks have one output each. */
export function layoutOf(spec: ExperimentSpec): TowerLayout {
  const data = drawCohortData(spec);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  return towerLayout(spec.model, data.inputs, shapes);
}

/** The starting point of the `lane`-th seed of a spec with one point, common inputs and one output per task. */
export function startingPoint(spec: ExperimentSpec, lane: number): StartingPoint {
  const data = drawCohortData(spec);
  const seed = spec.seeds[lane] ?? 0;
  const tasks = (data.suites[lane]?.tasks ?? []).map((task) => task.train);
  const [first] = tasks;
  const batch = spec.training.batch ?? first?.rows ?? 0;
  const layout = layoutOf(spec);
  const order = createBatchOrder(seed, first?.rows ?? 0, batch);
  return {
    layers: sharedLayers(layout, initialWeights(layout, seed, spec.model.headStart)),
    batch,
    rows(step) {
      const inputs = new Float32Array(batch * data.inputs);
      const targets = new Float32Array(batch * tasks.length);
      order(step).forEach((row, i) => {
        inputs.set(first?.inputs.subarray(row * data.inputs, (row + 1) * data.inputs) ?? [], i * data.inputs);
        tasks.forEach((task, t) => (targets[i * tasks.length + t] = task.targets[row] ?? NaN));
      });
      return { inputs, targets };
    },
  };
}
