/**
 * All towers of a cohort at once: forward pass and hand-written backward pass on theta [R, P], R = L * T rows.
 * The number of tensor operations depends on the depth only, never on the number of networks.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { activate, activationGradient, add, concat, matMul, mul, reshape, slice, sumAxis } from '../tensor/kernels';
import type { LayerLayout, TowerLayout } from './layout';

function layerWeights(theta: Tensor, layer: LayerLayout): Tensor {
  const [rows = 0] = theta.shape;
  const flat = slice(theta, [0, layer.weights], [rows, layer.inputs * layer.outputs]);
  return reshape(flat, [rows, layer.inputs, layer.outputs]);
}

function layerBiases(theta: Tensor, layer: LayerLayout): Tensor {
  const [rows = 0] = theta.shape;
  return reshape(slice(theta, [0, layer.biases], [rows, layer.outputs]), [rows, 1, layer.outputs]);
}

interface ForwardPass {
  /** Input of every layer, then the output of the last one: layers + 1 tensors [R, n, width]. */
  readonly activations: readonly Tensor[];
  readonly weights: readonly Tensor[];
}

function forwardPass(layout: TowerLayout, theta: Tensor, inputs: Tensor): ForwardPass {
  const activations: Tensor[] = [inputs];
  const weights: Tensor[] = [];
  let hidden = inputs;
  for (const layer of layout.layers) {
    const weight = layerWeights(theta, layer);
    hidden = activate(add(matMul(hidden, weight), layerBiases(theta, layer)), layer.activation);
    weights.push(weight);
    activations.push(hidden);
  }
  return { activations, weights };
}

/** Outputs of every tower before the link function, [R, n, outputs], for inputs [R, n, d]. */
export function predict(layout: TowerLayout, theta: Tensor, inputs: Tensor): Tensor {
  return forwardPass(layout, theta, inputs).activations.at(-1) ?? inputs;
}

/** The gradient of a matrix product with respect to its input; a single output is an outer product, cheaper by far. */
function inputGradient(upstream: Tensor, weight: Tensor): Tensor {
  const [rows = 0, inputs = 0, outputs = 0] = weight.shape;
  return outputs === 1 ? mul(upstream, reshape(weight, [rows, 1, inputs])) : matMul(upstream, weight, false, true);
}

/**
 * Gradient of the summed losses with respect to theta, [R, P]. The loss of a row depends on that row alone, so this one
 * backward pass holds the gradient of every task.
 * @param outputGradient maps the outputs [R, n, o] to d loss / d outputs, already divided by the number of rows.
 */
export function gradient(
  layout: TowerLayout,
  theta: Tensor,
  inputs: Tensor,
  outputGradient: (outputs: Tensor) => Tensor,
): Tensor {
  const { activations, weights } = forwardPass(layout, theta, inputs);
  const [rows = 0] = theta.shape;
  const parts: Tensor[] = [];
  const outputs = activations.at(-1) ?? inputs;
  let upstream = outputGradient(outputs);
  for (let index = layout.layers.length - 1; index >= 0; index--) {
    const layer = layout.layers[index];
    const input = activations[index];
    const output = activations[index + 1];
    const weight = weights[index];
    if (!layer || !input || !output || !weight) throw new RangeError(`no layer ${index}`);
    upstream = activationGradient(upstream, output, layer.activation);
    const weightGradient = reshape(matMul(input, upstream, true, false), [rows, layer.inputs * layer.outputs]);
    const biasGradient = reshape(sumAxis(upstream, 1), [rows, layer.outputs]);
    parts.unshift(weightGradient, biasGradient);
    if (index > 0) upstream = inputGradient(upstream, weight);
  }
  return concat(parts, 1);
}
