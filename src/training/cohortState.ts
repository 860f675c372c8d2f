/** The numbers of a cohort: theta, what its optimizer remembers, and the companions that some arms need. */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { laneCount, type ExperimentSpec } from '../spec/experiment';
import { companionsOf, type Companion } from './companions';
import { initialWeights } from './initialWeights';
import type { TowerLayout } from './layout';

/** Where each part stands in the list of state tensors, all [R, P]. */
export interface StateOrder {
  readonly slots: number;
  readonly companions: readonly Companion[];
}

export function stateOrder(spec: ExperimentSpec, slots: number): StateOrder {
  return { slots, companions: companionsOf(spec) };
}

/** Position of a companion in the state, or -1 when the experiment has none. */
export function companionAt(order: StateOrder, name: Companion): number {
  const at = order.companions.indexOf(name);
  return at === -1 ? -1 : 1 + order.slots + at;
}

/**
 * theta [R, P], empty slots and companions of step 0: networks of one seed are equal in every arm and at every point,
 * except that tied columns are equal in all rows, so there every row takes the first task's. A common start begins where
 * theta does.
 * @param tiedColumns per lane
 */
export function initialState(
  spec: ExperimentSpec,
  layout: TowerLayout,
  order: StateOrder,
  tiedColumns: readonly number[],
): readonly Tensor[] {
  const bySeed = spec.seeds.map((seed) => initialWeights(layout, seed, spec.model.headStart));
  const size = layout.taskOutputs.length * layout.columns;
  const lanes = laneCount(spec);
  const host = new Float32Array(lanes * size);
  tiedColumns.forEach((tied, lane) => {
    const rows = bySeed[lane % spec.seeds.length] ?? new Float32Array(size);
    host.set(rows, lane * size);
    for (let task = 1; task < layout.taskOutputs.length; task++) {
      host.set(rows.subarray(0, tied), lane * size + task * layout.columns);
    }
  });
  const shape: [number, number] = [lanes * layout.taskOutputs.length, layout.columns];
  const empty = (): Tensor => tensor(new Float32Array(host.length), shape);
  return [
    tensor(host, shape),
    ...Array.from({ length: order.slots }, empty),
    ...order.companions.map((name) => (name === 'common' ? tensor(host.slice(), shape) : empty())),
  ];
}
