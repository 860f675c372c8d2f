/** Where the kernels of one module keep what lasts no longer than a step: activations, their gradients, transposed weights. */
import type { TowerPlan } from '../towerPlan';

const FLOAT = 4;

export interface ScratchPlan {
  /** Address of the gradient of the loss with respect to each layer's sums, [rows, width]. */
  readonly upstream: readonly number[];
  /** Address of the output of each layer, [rows, width]; behind its `upstream`. */
  readonly outputs: readonly number[];
  /** Address of the transposed weights of each layer, [outputs, width of the layer before]. */
  readonly transposed: readonly number[];
  /** First address after it all. */
  readonly end: number;
}

/** @param rows most rows that are seen at once @param begin first free address */
export function planScratch(plan: TowerPlan, rows: number, begin: number): ScratchPlan {
  let next = begin;
  const take = (floats: number): number => {
    const address = next;
    // A whole line of the cache, so that no two regions meet in one.
    next += Math.ceil((floats * FLOAT) / 64) * 64;
    return address;
  };
  const upstream = plan.layers.map(({ width }) => take(rows * width));
  const outputs = plan.layers.map(({ width }) => take(rows * width));
  const transposed = plan.layers.map((layer, index) =>
    take(index === 0 ? 0 : layer.outputs * (plan.layers[index - 1]?.width ?? 0)),
  );
  return { upstream, outputs, transposed, end: next };
}
