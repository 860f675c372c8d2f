/** What balancing reads back in a step: losses from outputs, Gramians of the gradients on the tied columns. */
import { tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { laneCount, layerCount, type ArmSpec } from '../spec/experiment';
import { matMul, mul } from '../tensor/kernels';
import type { Balancer } from './balancer';
import type { BatchFeed } from './batchFeed';
import { dataRowOf, type CohortData } from './cohortData';
import { prefixColumns, type TowerLayout } from './layout';
import { measure } from './measure';

export interface BalancingReads {
  /** [L*T] losses of the step's rows, times the task weights of `arms` (one per lane). @param outputs [R, n, O] */
  losses(step: number, outputs: Tensor, arms: readonly ArmSpec[]): Promise<Float64Array>;
  /** [L*T*T] scalar products of the gradients [L,T,P] on the tied columns. */
  gramians(rows: Tensor): Promise<Float32Array>;
  dispose(): void;
}

async function read(source: Tensor): Promise<Float32Array> {
  const values = Float32Array.from((await source.data()) as Float32Array);
  source.dispose();
  return values;
}

/** [L,1,P]: 1 on the columns that a lane ties. Methods that read Gramians go with hard sharing only. */
function tiedMask(data: CohortData, layout: TowerLayout): Tensor {
  const { spec } = data;
  const lanes = laneCount(spec);
  const host = new Float32Array(lanes * layout.columns);
  for (let lane = 0; lane < lanes; lane++) {
    const { scheme } = spec.arms[Math.floor(lane / spec.seeds.length) % spec.arms.length] ?? {};
    const tied = scheme?.kind === 'hard' ? Math.min(scheme.sharedLayers, layerCount(spec.model)) : 0;
    host.fill(1, lane * layout.columns, lane * layout.columns + prefixColumns(layout, tied));
  }
  return tensor3d(host, [lanes, 1, layout.columns]);
}

export function createBalancingReads(
  data: CohortData,
  layout: TowerLayout,
  balancer: Balancer,
  feed: BatchFeed,
): BalancingReads {
  const { spec, tasks } = data;
  const mask = balancer.needsGramian ? tiedMask(data, layout) : null;
  return {
    async losses(step, outputs, arms) {
      const values = Float32Array.from((await outputs.data()) as Float32Array);
      const perRow = values.length / (arms.length * tasks);
      const losses = new Float64Array(arms.length * tasks);
      for (let row = 0; row < losses.length; row++) {
        const { shape, split } = feed.rows(step, dataRowOf(spec, tasks, row));
        const weight = arms[Math.floor(row / tasks)]?.taskWeights[row % tasks] ?? 1;
        losses[row] = weight * measure(shape, split, values, row * perRow, data.outputs).loss;
      }
      return losses;
    },
    async gramians(rows) {
      if (!mask) return new Float32Array(0);
      return read(
        tidy(() => {
          const tied = mul(rows, mask);
          return matMul(tied, tied, false, true);
        }),
      );
    },
    dispose() {
      mask?.dispose();
    },
  };
}
