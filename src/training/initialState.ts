/** The numbers that a cohort of rows begins with: theta, what its optimizer remembers, and the companions of some arms. */
import { laneCount, type ExperimentSpec } from '../spec/experiment';
import { initialWeights } from './initialWeights';
import type { TowerLayout } from './layout';
import { stateOrder } from './stateOrder';

/**
 * theta [R, P], empty slots and companions of step 0 (`stateOrder.ts`): networks of one seed are equal in every arm and at
 * every point, except that tied columns are equal in all rows, so there every row takes the first task's. A common start
 * begins where theta does.
 * @param tiedColumns per lane
 */
export function initialState(
  spec: ExperimentSpec,
  layout: TowerLayout,
  tiedColumns: readonly number[],
): readonly Float32Array[] {
  const bySeed = spec.seeds.map((seed) => initialWeights(layout, seed, spec.model.headStart));
  const size = layout.taskOutputs.length * layout.columns;
  const theta = new Float32Array(laneCount(spec) * size);
  tiedColumns.forEach((tied, lane) => {
    const rows = bySeed[lane % spec.seeds.length] ?? new Float32Array(size);
    theta.set(rows, lane * size);
    for (let task = 1; task < layout.taskOutputs.length; task++) {
      theta.set(rows.subarray(0, tied), lane * size + task * layout.columns);
    }
  });
  const { slots, companions } = stateOrder(spec);
  const empty = (): Float32Array => new Float32Array(theta.length);
  return [
    theta,
    ...Array.from({ length: slots }, empty),
    ...companions.map((name) => (name === 'common' ? theta.slice() : empty())),
  ];
}
