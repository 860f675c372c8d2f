/** Dense layers one after the other, for a batch of networks at once: rows [B, columns], inputs [B, n, d]. */
import { createStream } from '../../numeric/random';
import type { Activation, LayerSpec, ModelSpec } from '../../spec/experiment';
import { activate, add, matMul, reshape, split } from '../../tensor/tapeOperations';
import type { Node } from '../../tensor/tape';

interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
}

/** Columns run as in a plain tower: layer by layer, weights (in x out, row-major), then biases. */
export type Stack = readonly DenseLayer[];

/** A layer with its parameters: weights [B, in, out], biases [B, 1, out]. */
export interface LayerNodes {
  readonly weights: Node;
  readonly biases: Node;
  readonly activation: Activation;
}

export function stackOf(inputs: number, layers: readonly LayerSpec[]): Stack {
  let width = inputs;
  return layers.map(({ units, activation }) => {
    const layer = { inputs: width, outputs: units, activation };
    width = units;
    return layer;
  });
}

/** Hidden layers of a head and its linear output layer of width `outputs`. */
export function headStack(model: ModelSpec, inputs: number, outputs: number): Stack {
  return stackOf(inputs, [...model.head, { units: outputs, activation: 'linear' }]);
}

export function stackColumns(stack: Stack): number {
  return stack.reduce((sum, layer) => sum + layer.inputs * layer.outputs + layer.outputs, 0);
}

/** The layers of a batch of stacks, from their rows [B, columns]. */
export function cutStack(stack: Stack, rows: Node): readonly LayerNodes[] {
  const [batch = 0] = rows.value.shape;
  const pieces = split(
    rows,
    stack.flatMap((layer) => [layer.inputs * layer.outputs, layer.outputs]),
  );
  return stack.map((layer, index) => {
    const weights = pieces[2 * index];
    const biases = pieces[2 * index + 1];
    if (!weights || !biases) throw new RangeError(`no layer ${index}`);
    return {
      weights: reshape(weights, [batch, layer.inputs, layer.outputs]),
      biases: reshape(biases, [batch, 1, layer.outputs]),
      activation: layer.activation,
    };
  });
}

/** [B, n, in] -> [B, n, out] */
export function runLayer(layer: LayerNodes, input: Node): Node {
  return activate(add(matMul(input, layer.weights), layer.biases), layer.activation);
}

/** [B, n, d] through all layers. */
export function runStack(stack: Stack, rows: Node, input: Node): Node {
  return stack.length === 0 ? input : cutStack(stack, rows).reduce((hidden, layer) => runLayer(layer, hidden), input);
}

/**
 * First weights of one member of a bank of equal stacks: Glorot uniform, zero biases, drawn like those of plain towers
 * (`training/initialWeights.ts`) but from streams of their own.
 * @param outputs units that the last layer really has; the others stay zero.
 */
export function initialStack(
  stack: Stack,
  seed: number,
  bank: number,
  member: number,
  outputs = Infinity,
): Float32Array {
  const row = new Float32Array(stackColumns(stack));
  let begin = 0;
  stack.forEach((layer, index) => {
    const stream = createStream(seed, 'mixed.weights', bank, member, index);
    const units = index === stack.length - 1 ? Math.min(layer.outputs, outputs) : layer.outputs;
    const limit = Math.sqrt(6 / (layer.inputs + units));
    for (let i = 0; i < layer.inputs; i++) {
      for (let j = 0; j < units; j++) {
        row[begin + i * layer.outputs + j] = (2 * stream.uniform(j * layer.inputs + i) - 1) * limit;
      }
    }
    begin += layer.inputs * layer.outputs + layer.outputs;
  });
  return row;
}

/** {@link initialStack} of `members` stacks, one after the other. */
export function initialBank(stack: Stack, seed: number, bank: number, members: number): Float32Array {
  const size = stackColumns(stack);
  const rows = new Float32Array(members * size);
  for (let member = 0; member < members; member++) rows.set(initialStack(stack, seed, bank, member), member * size);
  return rows;
}
