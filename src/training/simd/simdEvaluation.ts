/** Outputs and gradients for given weights, row by row; nothing of the training state is touched. */
import type { TowerPlan } from '../../fused/towerPlan';
import type { StepKernels } from '../../fused/wasm/stepModule';
import { dataRowOf, longestSplit, splitOf, type CohortData, type SplitName } from '../cohortData';
import type { PaddedRows } from '../fusedTables/paddedRows';
import { gradientScale } from '../losses';
import type { ArrayStore } from './arrayStore';
import { createSimdGradients } from './simdGradients';
import type { MemoryPlanner, Region, SimdMemory } from './simdMemory';

export interface SimdEvaluation {
  /** Raw outputs [R, n, O] on a split. @param theta [R, P] */
  outputs(theta: Float32Array, split: SplitName): Float32Array<ArrayBuffer>;
  /** Full-batch gradients [R, P] of the unweighted losses. */
  gradients(theta: Float32Array): Float32Array<ArrayBuffer>;
}

export interface EvaluationPlaces {
  readonly data: CohortData;
  readonly tower: TowerPlan;
  readonly rows: PaddedRows;
  readonly store: ArrayStore;
  /** Raw outputs of the tower at work, [rows, width]. */
  readonly scratch: Region;
}

/** Plans the memory; the result starts when the memory is there. */
export function planEvaluation(
  { data, tower, rows, store, scratch }: EvaluationPlaces,
  planner: MemoryPlanner,
): (memory: SimdMemory, kernels: StepKernels) => SimdEvaluation {
  const row = planner.take(tower.columns);
  const gradientRow = planner.take(tower.columns);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  const width = tower.layers.at(-1)?.width ?? 0;
  const count = data.spec.points.length * data.spec.arms.length * data.spec.seeds.length * data.tasks;
  const inputsOf = (index: number, name: SplitName): Region =>
    store.inputs(splitOf(data, dataRowOf(data.spec, data.tasks, index), name).split.inputs);
  for (let index = 0; index < count; index++) {
    for (const name of ['train', 'validation', 'test'] as const) inputsOf(index, name);
    const { task } = splitOf(data, dataRowOf(data.spec, data.tasks, index), 'train');
    store.targets(task.train.targets, task.shape.outputs);
  }

  return (memory, kernels) => {
    const weights = memory.floats(row);
    const found = memory.floats(scratch);
    /** Puts the weights of one row into place. */
    const load = (theta: Float32Array, index: number): void => rows.padRow(theta, index, weights);
    return {
      outputs(theta, name) {
        const longest = longestSplit(data, name);
        const result = new Float32Array(count * longest * data.outputs);
        for (let index = 0; index < count; index++) {
          load(theta, index);
          const { split } = splitOf(data, dataRowOf(data.spec, data.tasks, index), name);
          kernels.tower.forward(row.address, inputsOf(index, name).address, split.rows);
          for (let n = 0; n < split.rows; n++) {
            const at = (index * longest + n) * data.outputs;
            for (let j = 0; j < data.outputs; j++) result[at + j] = found[n * width + j] ?? 0;
          }
        }
        return result;
      },
      gradients(theta) {
        const gradients = createSimdGradients(kernels, shapes);
        const padded = new Float32Array(count * tower.columns);
        for (let index = 0; index < count; index++) {
          load(theta, index);
          const { task, split } = splitOf(data, dataRowOf(data.spec, data.tasks, index), 'train');
          const { loss, outputs, outputScale } = task.shape;
          gradients.one(index % data.tasks, {
            theta: row.address,
            gradient: gradientRow.address,
            inputs: inputsOf(index, 'train').address,
            targets: store.targets(split.targets, outputs).address,
            rows: split.rows,
            used: split.rows,
            scale: gradientScale(loss, outputs) / split.rows,
            outputScale: outputScale ?? 1,
          });
          padded.set(memory.floats(gradientRow), index * tower.columns);
        }
        return rows.trim(padded);
      },
    };
  };
}
