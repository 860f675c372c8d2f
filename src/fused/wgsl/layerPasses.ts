/**
 * Forward and backward pass of one layer over a tile of rows. Each invocation owns whole tiles of four by four numbers and
 * sums in a fixed order, so a result does not depend on how invocations are scheduled.
 *
 * Names in scope: thread, lane, step, theta (first vector of the row of theta), data (the step's data row), first (row of the batch
 * with which the tile begins), count (rows in use), last (last row of the batch in use).
 */
import type { PlannedLayer } from '../towerPlan';
import { vectorsOf, type Tiling } from './shaderPlan';

/** A layer, and where its numbers lie. */
export interface PlacedLayer extends PlannedLayer {
  readonly index: number;
  /** Vectors across its inputs and units. */
  readonly inputVectors: number;
  readonly unitVectors: number;
  /** First vector of its inputs' activations, as an expression; `null` for the rows of data themselves. */
  readonly inputsAt: string | null;
  readonly unitsAt: string;
}

export function placeLayers(
  layers: readonly PlannedLayer[],
  { activations, vectors, local }: Tiling,
): readonly PlacedLayer[] {
  // A workgroup has memory of its own, but only a share of a buffer.
  const place = (index: number): string => {
    const first = `${activations[index] ?? 0}u`;
    return local ? first : `lane * ${vectors}u + ${first}`;
  };
  return layers.map((layer, index) => ({
    ...layer,
    index,
    inputVectors: vectorsOf(layer.inputs),
    unitVectors: vectorsOf(layer.width),
    inputsAt: index === 0 ? null : place(index - 1),
    unitsAt: place(index),
  }));
}

const FOUR = [0, 1, 2, 3] as const;
const PARTS = ['x', 'y', 'z', 'w'] as const;
const each = (line: (k: 0 | 1 | 2 | 3) => string): string => FOUR.map(line).join('\n');

/** Goes through `tiles` tiles, spread over the invocations. */
function overTiles(tiles: string, threads: number, body: string): string {
  return `for (var tile = thread; tile < ${tiles}; tile += ${threads}u) {\n${body}\n}`;
}

/** First vector of the weights of input number 4 * `vector` + k; inputs that only fill up read the last one's. */
function weightRow(layer: PlacedLayer, vector: string, k: number): string {
  const input =
    layer.inputs % 4 === 0 ? `(${vector} * 4u + ${k}u)` : `min(${vector} * 4u + ${k}u, ${layer.inputs - 1}u)`;
  return `theta + ${layer.weights / 4}u + ${input} * ${layer.unitVectors}u`;
}

/** activation(inputs * weights + biases) */
export function forwardPass(layer: PlacedLayer, tiling: Tiling): string {
  const { unitVectors, inputVectors, inputsAt } = layer;
  const rowAt = (k: number): string =>
    inputsAt === null
      ? `dataRow(step, data, min(first + row + ${k}u, last)) * ${inputVectors}u`
      : `${inputsAt} + (row + ${k}u) * ${inputVectors}u`;
  const source = inputsAt === null ? 'inputs' : 'scratch';
  const activated = (z: string): string => (layer.activation === 'linear' ? z : `${layer.activation}Forward(${z})`);
  return overTiles(
    `blocks * ${unitVectors}u`,
    tiling.threads,
    `let unit = tile % ${unitVectors}u;
let row = tile / ${unitVectors}u * 4u;
let bias = state[theta + ${layer.biases / 4}u + unit];
${each((k) => `let from${k} = ${rowAt(k)};\nvar z${k} = bias;`)}
for (var i = 0u; i < ${inputVectors}u; i++) {
${each((k) => `let w${k} = state[${weightRow(layer, 'i', k)} + unit];`)}
${each((k) => `let x${k} = ${source}[from${k} + i];`)}
${each((k) => `z${k} += x${k}.x * w0 + x${k}.y * w1 + x${k}.z * w2 + x${k}.w * w3;`)}
}
let to = ${layer.unitsAt} + row * ${unitVectors}u + unit;
${each((k) => `scratch[to + ${k * unitVectors}u] = ${activated(`z${k}`)};`)}`,
  );
}

/** Gradients of weights and biases; those of later tiles of the batch are added. */
export function weightGradientPass(layer: PlacedLayer, tiling: Tiling, tiles: number): string {
  const { unitVectors, inputVectors, inputsAt, inputs, threads } = { ...layer, threads: tiling.threads };
  const put = (at: string, value: string): string =>
    tiles === 1
      ? `gradients[${at}] = ${value};`
      : `gradients[${at}] = select(gradients[${at}] + ${value}, ${value}, first == 0u);`;
  const input =
    inputsAt === null
      ? `inputs[dataRow(step, data, first + row) * ${inputVectors}u + i]`
      : `scratch[${inputsAt} + row * ${inputVectors}u + i]`;
  const delta = `scratch[${layer.unitsAt} + row * ${unitVectors}u + unit]`;
  const exists = (k: number): string => (inputs % 4 === 0 || k === 0 ? '' : `if (i * 4u + ${k}u < ${inputs}u) `);
  const weights = overTiles(
    `${inputVectors * unitVectors}u`,
    threads,
    `let unit = tile % ${unitVectors}u;
let i = tile / ${unitVectors}u;
${each((k) => `var g${k} = vec4f();`)}
for (var row = 0u; row < count; row++) {
let x = ${input};
let delta = ${delta};
${each((k) => `g${k} += x.${PARTS[k]} * delta;`)}
}
let to = theta + ${layer.weights / 4}u + i * ${4 * unitVectors}u + unit;
${each((k) => `${exists(k)}{ ${put(`to + ${k * unitVectors}u`, `g${k}`)} }`)}`,
  );
  // The last invocations take the biases: they are the ones that had no tile above, if any had none.
  const biases = `for (var unit = ${threads - 1}u - thread; unit < ${unitVectors}u; unit += ${threads}u) {
var g = vec4f();
for (var row = 0u; row < count; row++) { g += ${delta}; }
${put(`theta + ${layer.biases / 4}u + unit`, 'g')}
}`;
  return `${weights}\n${biases}`;
}

/** Gradient with respect to the layer below, before its activation; takes the place of that layer's activations. */
export function inputGradientPass(layer: PlacedLayer, below: PlacedLayer, tiling: Tiling): string {
  const { unitVectors, inputVectors, unitsAt, inputs } = layer;
  const back = (k: number): string =>
    below.activation === 'linear' ? `u${k}` : `${below.activation}Backward(u${k}, scratch[to + ${k * inputVectors}u])`;
  // Units that only fill up have no weights: what was read in their stead must not go on.
  const real = (value: string): string =>
    inputs % 4 === 0 ? value : `select(vec4f(), ${value}, vec4u(0, 1, 2, 3) + i * 4u < vec4u(${inputs}u))`;
  return overTiles(
    `blocks * ${inputVectors}u`,
    tiling.threads,
    `let i = tile % ${inputVectors}u;
let row = tile / ${inputVectors}u * 4u;
${each((k) => `let weights${k} = ${weightRow(layer, 'i', k)};`)}
${each((k) => `var u${k} = vec4f();`)}
for (var unit = 0u; unit < ${unitVectors}u; unit++) {
${each((k) => `let w${k} = state[weights${k} + unit];`)}
${each((k) => `let d${k} = scratch[${unitsAt} + (row + ${k}u) * ${unitVectors}u + unit];`)}
${each((k) => `u${k} += vec4f(dot(d${k}, w0), dot(d${k}, w1), dot(d${k}, w2), dot(d${k}, w3));`)}
}
let to = ${below.unitsAt} + row * ${inputVectors}u + i;
${each((k) => `scratch[to + ${k * inputVectors}u] = ${real(back(k))};`)}`,
  );
}
