/**
 * Floating-point operations of one training step of a perceptron, by formula: two (multiply, add) for every weight and
 * row in the forward pass, in the gradient of the weights, and, except in the first layer, in the gradient of the inputs.
 * What the network itself needs, counted once: biases, activations, losses and the optimizer are left out, and so is whatever
 * an implementation computes twice.
 * @param widths inputs, hidden layers, outputs
 * @param batch rows per step
 */
export function stepOperations(widths: readonly number[], batch: number): number {
  const weights = widths.slice(1).map((outputs, layer) => (widths[layer] ?? 0) * outputs);
  const passes = weights.map((count, layer) => (layer === 0 ? 2 : 3) * count);
  return 2 * batch * passes.reduce((sum, count) => sum + count, 0);
}
