/**
 * One tower in plain doubles: forward pass, and backward pass kept apart by example. For what is needed once in a run
 * (Fisher information, activations, validation loss of a fused row), where a read-back has happened anyway; training
 * itself is `training/network.ts`.
 */
import { exp } from '../numeric/elementary';
import type { Activation } from '../spec/experiment';
import type { LayerShape, Row, TowerShape } from './towerShape';

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

/** The weights of a layer, row-major: copied once, so that the inner loops run along neighbours. */
function weightsOf(row: Row, layer: LayerShape): Float64Array {
  return Float64Array.from({ length: layer.inputs * layer.outputs }, (_, i) => row[layer.weights + i] ?? 0);
}

/** Runs `rows` examples (inputs row-major, n x d) through the tower. */
export function forwardTower(tower: TowerShape, row: Row, inputs: ArrayLike<number>, rows: number): TowerPass {
  const activations = [Float64Array.from(inputs)];
  for (const layer of tower.layers) {
    const { outputs, activation } = layer;
    const weights = weightsOf(row, layer);
    const before = activations.at(-1) ?? new Float64Array(0);
    const after = Float64Array.from({ length: rows * outputs }, (_, at) => row[layer.biases + (at % outputs)] ?? 0);
    for (let n = 0; n < rows; n++) {
      for (let i = 0; i < layer.inputs; i++) {
        const x = before[n * layer.inputs + i] ?? 0;
        if (x === 0) continue;
        for (let j = 0; j < outputs; j++) {
          const at = n * outputs + j;
          after[at] = (after[at] ?? 0) + x * (weights[i * outputs + j] ?? 0);
        }
      }
    }
    for (let at = 0; at < after.length; at++) after[at] = activated(after[at] ?? 0, activation);
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
    const weights = weightsOf(row, layer);
    const below = new Float64Array(pass.rows * layer.inputs);
    for (let n = 0; n < pass.rows; n++) {
      for (let i = 0; i < layer.inputs; i++) {
        let sum = 0;
        for (let j = 0; j < layer.outputs; j++) {
          sum += (delta[n * layer.outputs + j] ?? 0) * (weights[i * layer.outputs + j] ?? 0);
        }
        below[n * layer.inputs + i] = sum;
      }
    }
    upstream = below;
  }
  return deltas;
}

/**
 * sum_n input_n x delta_n for every number of the row: [P]. With the d/dz of {@link backwardTower} this is the gradient
 * summed over examples. A bias is the weight of an input that is always 1.
 * @param inputs what goes into each layer, [n x inputs]
 * @param deltas per layer [n x outputs]
 */
export function sumOverExamples(
  tower: TowerShape,
  inputs: readonly Float64Array[],
  deltas: readonly Float64Array[],
): Float64Array {
  const sums = new Float64Array(tower.columns);
  tower.layers.forEach((layer, index) => {
    const { outputs } = layer;
    const input = inputs[index] ?? new Float64Array(0);
    const delta = deltas[index] ?? new Float64Array(0);
    const rows = delta.length / outputs;
    const addRow = (start: number, factor: number, n: number) => {
      for (let j = 0; j < outputs; j++) {
        sums[start + j] = (sums[start + j] ?? 0) + factor * (delta[n * outputs + j] ?? 0);
      }
    };
    for (let n = 0; n < rows; n++) {
      addRow(layer.biases, 1, n);
      for (let i = 0; i < layer.inputs; i++) {
        const x = input[n * layer.inputs + i] ?? 0;
        if (x !== 0) addRow(layer.weights + i * outputs, x, n);
      }
    }
  });
  return sums;
}
