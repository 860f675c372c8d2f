/**
 * One tower in plain doubles: forward pass, and backward pass kept apart by example. For what is needed once in a run
 * (Fisher information, activations, validation loss of a fused row), where a read-back has happened anyway; training
 * itself is `training/network.ts`.
 */
import { exp } from '../numeric/elementary';
import type { Activation } from '../spec/experiment';
import type { Row, TowerShape } from './towerShape';

export interface TowerPass {
  readonly rows: number;
  /** Input of every layer [n x its inputs], then the raw outputs [n x outputs], row-major. */
  readonly activations: readonly Float64Array[];
}

function tanh(x: number): number {
  const decay = exp(-2 * Math.abs(x));
  return (Math.sign(x) * (1 - decay)) / (1 + decay);
}

function activated(z: number, activation: Activation): number {
  switch (activation) {
    case 'relu':
      return z > 0 ? z : 0;
    case 'tanh':
      return tanh(z);
    case 'linear':
      return z;
  }
}

/** Derivative of the activation, written in its value h. */
function slope(h: number, activation: Activation): number {
  switch (activation) {
    case 'relu':
      return h > 0 ? 1 : 0;
    case 'tanh':
      return 1 - h * h;
    case 'linear':
      return 1;
  }
}

/** Runs `rows` examples (inputs row-major, n x d) through the tower. */
export function forwardTower(tower: TowerShape, row: Row, inputs: ArrayLike<number>, rows: number): TowerPass {
  const activations = [Float64Array.from(inputs)];
  for (const layer of tower.layers) {
    const before = activations.at(-1) ?? new Float64Array(0);
    const after = new Float64Array(rows * layer.outputs);
    for (let n = 0; n < rows; n++) {
      for (let j = 0; j < layer.outputs; j++) {
        let z = row[layer.biases + j] ?? 0;
        for (let i = 0; i < layer.inputs; i++) {
          z += (before[n * layer.inputs + i] ?? 0) * (row[layer.weights + i * layer.outputs + j] ?? 0);
        }
        after[n * layer.outputs + j] = activated(z, layer.activation);
      }
    }
    activations.push(after);
  }
  return { rows, activations };
}

/** The raw outputs of a pass, [n x outputs of the last layer]. */
export function outputsOf(pass: TowerPass): Float64Array {
  return pass.activations.at(-1) ?? new Float64Array(0);
}

/**
 * Pulls a cotangent of the outputs, [n x outputs], back through the tower.
 * @returns per layer d/dz [n x its outputs], z the value before the activation. Example n's gradient by a weight is
 *   input x d/dz of its unit, and by a bias d/dz itself: the gradients of all examples without n x P numbers.
 */
export function backwardTower(
  tower: TowerShape,
  row: Row,
  pass: TowerPass,
  cotangent: Float64Array,
): readonly Float64Array[] {
  const deltas: Float64Array[] = [];
  let upstream = cotangent;
  for (let index = tower.layers.length - 1; index >= 0; index--) {
    const layer = tower.layers[index];
    const output = pass.activations[index + 1];
    if (layer === undefined || output === undefined) throw new RangeError(`no layer ${index}`);
    const delta = upstream.map((value, at) => value * slope(output[at] ?? 0, layer.activation));
    deltas.unshift(delta);
    if (index === 0) break;
    const below = new Float64Array(pass.rows * layer.inputs);
    for (let n = 0; n < pass.rows; n++) {
      for (let i = 0; i < layer.inputs; i++) {
        let sum = 0;
        for (let j = 0; j < layer.outputs; j++) {
          sum += (delta[n * layer.outputs + j] ?? 0) * (row[layer.weights + i * layer.outputs + j] ?? 0);
        }
        below[n * layer.inputs + i] = sum;
      }
    }
    upstream = below;
  }
  return deltas;
}

/**
 * sum_n f(input_n, d/dz_n) for every number of the row: [P]. With f = product this is the gradient summed over
 * examples. A bias is the weight of an input that is always 1.
 */
export function sumOverExamples(
  tower: TowerShape,
  pass: TowerPass,
  deltas: readonly Float64Array[],
  term: (input: number, delta: number) => number,
): Float64Array {
  const sums = new Float64Array(tower.columns);
  tower.layers.forEach((layer, index) => {
    const inputs = pass.activations[index] ?? [];
    const delta = deltas[index] ?? [];
    const add = (column: number, value: number) => (sums[column] = (sums[column] ?? 0) + value);
    for (let n = 0; n < pass.rows; n++) {
      for (let j = 0; j < layer.outputs; j++) {
        const d = delta[n * layer.outputs + j] ?? 0;
        if (d === 0) continue;
        add(layer.biases + j, term(1, d));
        for (let i = 0; i < layer.inputs; i++) {
          add(layer.weights + i * layer.outputs + j, term(inputs[n * layer.inputs + i] ?? 0, d));
        }
      }
    }
  });
  return sums;
}
