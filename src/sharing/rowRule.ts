/**
 * What a sharing scheme does to the rows theta_1 .. theta_T of one network. Columns are ordered from the input to the
 * output, so "where it splits" is a number of layers.
 */
export interface RowRule {
  /** The first so many layers are tied: gradients summed over tasks, every row takes the same step. */
  readonly tiedLayers: number;
  /** Disjoint groups of tasks that are tied among themselves; `null` = all together. */
  readonly groups: readonly (readonly number[])[] | null;
  /** The first so many layers are pulled together. */
  readonly coupledLayers: number;
  /** kappa: the penalty adds kappa * (theta_t - mean theta) to the gradient of row t. Sums to zero over the tasks. */
  readonly stiffness: number;
  /** Whether the pull is part of the gradient or an exact shrinkage after the step. */
  readonly coupling: 'gradient' | 'proximal';
  /** `squared`: the pull above. `l1`, `trace`: `stiffness` is lambda, and the exact step is taken in doubles after the loss step. */
  readonly penalty: 'squared' | 'l1' | 'trace';
}

/** Nothing is done to the rows. */
export const FREE_ROWS: RowRule = {
  tiedLayers: 0,
  groups: null,
  coupledLayers: 0,
  stiffness: 0,
  coupling: 'gradient',
  penalty: 'squared',
};

export interface TowerDepth {
  readonly tasks: number;
  readonly trunkLayers: number;
  /** Trunk, hidden head layers and the output layer. */
  readonly layers: number;
}
