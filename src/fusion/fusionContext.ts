/** What the ways of fusing may ask for. Costly things are asked for by function, so that a mean costs a mean. */
import type { LayerShape, Row } from './towerShape';

/** How well a fused row does on the validation rows. */
export interface ValidationPoint {
  /** Scale-free: the mean over the fused tasks of validation loss / loss of the best constant answer. */
  readonly loss: number;
  /** d loss / d row, as long as the row. */
  readonly gradient: Float64Array;
}

/**
 * Rows are the columns that are fused: those of the trunk, or whole towers. All are equally long; every task keeps its
 * own numbers in the columns after them.
 */
export interface FusionContext {
  /** One per fused task. */
  readonly rows: readonly Row[];
  /** theta_0, the row that all were fine-tuned from. */
  readonly base: Row;
  /** The layers that make up the columns, in order. */
  readonly layers: readonly LayerShape[];
  /** Diagonal Fisher information of each tower on its task's training rows, in the columns. */
  fisher(): readonly Float64Array[];
  /** Per task and layer: what goes into the layer on the task's training rows, [n x inputs] row-major. */
  layerInputs(): readonly (readonly Float64Array[])[];
  validate(row: Row): ValidationPoint;
}
