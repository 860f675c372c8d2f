/**
 * What a sharing scheme does to the rows theta_1 .. theta_T of one network. Columns are ordered from the input to the
 * output, so "where it splits" is a number of layers.
 */
export interface RowRule {
  /** The first so many layers are tied: gradients summed over tasks, every row takes the same step. */
  readonly tiedLayers: number;
  /** The first so many layers are pulled together. */
  readonly coupledLayers: number;
  /** kappa: the penalty adds kappa * (theta_t - mean theta) to the gradient of row t. Sums to zero over the tasks. */
  readonly stiffness: number;
  /** Whether the pull is part of the gradient or an exact shrinkage after the step. */
  readonly coupling: 'gradient' | 'proximal';
}

export interface TowerDepth {
  readonly tasks: number;
  readonly trunkLayers: number;
  /** Trunk, hidden head layers and the output layer. */
  readonly layers: number;
}
