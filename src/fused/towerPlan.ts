/**
 * A tower as the vector kernels see it: every layer is as wide as whole vectors of four, so that each row of numbers
 * begins where a vector begins. Weights, biases and gradients of units that only fill up are zero and stay zero.
 */
import type { Activation } from '../spec/experiment';

const VECTOR = 4;

export interface PlannedLayer {
  readonly inputs: number;
  /** Units that there are. */
  readonly outputs: number;
  /** Units with those that fill up. */
  readonly width: number;
  readonly activation: Activation;
  /** First column of the weights [inputs, width], of the biases [width], and the column after them. */
  readonly weights: number;
  readonly biases: number;
  readonly end: number;
}

export interface TowerPlan {
  readonly layers: readonly PlannedLayer[];
  /** Numbers of a row. */
  readonly columns: number;
}

/** The next multiple of four. */
export function wholeVectors(count: number): number {
  return Math.ceil(count / VECTOR) * VECTOR;
}

/** @param layers from the input to the output */
export function planTower(
  layers: readonly { readonly inputs: number; readonly outputs: number; readonly activation: Activation }[],
): TowerPlan {
  let column = 0;
  const planned = layers.map(({ inputs, outputs, activation }): PlannedLayer => {
    const width = wholeVectors(outputs);
    const weights = column;
    const biases = weights + inputs * width;
    column = biases + width;
    return { inputs, outputs, width, activation, weights, biases, end: column };
  });
  return { layers: planned, columns: column };
}
