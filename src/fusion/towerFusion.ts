/** The context of a fusion made from towers and their data. */
import type { TaskData } from '../tasks/taskSuite';
import { diagonalFisher } from './diagonalFisher';
import type { FusionContext, ValidationPoint } from './fusionContext';
import { constantLoss, taskLoss } from './hostLosses';
import { backwardTower, forwardTower, outputsOf, sumOverExamples } from './hostTower';
import { layersWithin, partColumns, type Part, type Row, type TowerShape } from './towerShape';

/** One tower to be fused: its whole row, and the data of its task. */
export interface FusedTower {
  readonly row: Row;
  readonly data: Pick<TaskData, 'shape' | 'train' | 'validation'>;
}

/** The first columns of a row. */
function firstColumns(row: Row, columns: number): Float64Array {
  return Float64Array.from({ length: columns }, (_, column) => row[column] ?? 0);
}

/** A tower's whole row with its first columns replaced. */
function withColumns(row: Row, first: Row): Float64Array {
  const whole = Float64Array.from(row);
  whole.set(Float64Array.from(first));
  return whole;
}

/** Mean over tasks of validation loss / loss of the best constant answer, and its gradient by the fused columns. */
function validateOn(tower: TowerShape, towers: readonly FusedTower[], fused: Row): ValidationPoint {
  const gradient = new Float64Array(fused.length);
  let loss = 0;
  for (const { row, data } of towers) {
    const whole = withColumns(row, fused);
    const split = data.validation;
    const pass = forwardTower(tower, whole, split.inputs, split.rows);
    const measured = taskLoss(data.shape, outputsOf(pass), tower.layers.at(-1)?.outputs ?? 0, split);
    const deltas = backwardTower(tower, whole, pass, measured.gradient);
    const own = sumOverExamples(tower, pass.activations, deltas);
    const scale = 1 / (constantLoss(data.shape, split) * towers.length);
    loss += scale * measured.loss;
    gradient.forEach((value, column) => (gradient[column] = value + scale * (own[column] ?? 0)));
  }
  return { loss, gradient };
}

/**
 * Fusing the trunks (heads stay) or all of some towers of one network.
 * @param base theta_0, a whole row
 */
export function towerFusion(tower: TowerShape, towers: readonly FusedTower[], base: Row, on: Part): FusionContext {
  const columns = partColumns(tower, on);
  const layers = layersWithin(tower, columns);
  return {
    rows: towers.map(({ row }) => firstColumns(row, columns)),
    base: firstColumns(base, columns),
    layers,
    fisher: () =>
      towers.map(({ row, data }) =>
        diagonalFisher(tower, row, data.shape, data.train.inputs, data.train.rows).slice(0, columns),
      ),
    layerInputs: () =>
      towers.map(({ row, data }) =>
        forwardTower(tower, row, data.train.inputs, data.train.rows).activations.slice(0, layers.length),
      ),
    validate: (fused) => validateOn(tower, towers, fused),
  };
}
