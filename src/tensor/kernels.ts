/**
 * The tensor operations that a training step is made of, straight on TensorFlow.js kernels.
 *
 * The `tf.*` functions convert and check their arguments and record a tape; in a step of forty operations on small
 * networks that costs as much as the arithmetic. The gradient of plain towers is written by hand; `tape.ts` is for the rest.
 * Every function returns a new tensor owned by the surrounding `tidy`.
 */
import { engine, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';
import type { Activation } from '../spec/experiment';

type Attributes = Record<string, number | boolean | readonly number[] | string | number[]>;

function run(kernel: string, inputs: Record<string, Tensor>, attributes: Attributes = {}): Tensor {
  return engine().runKernel<Tensor>(kernel, inputs, attributes);
}

/** Element by element with broadcasting over axes of size 1. */
export const add = (a: Tensor, b: Tensor): Tensor => run('Add', { a, b });
export const sub = (a: Tensor, b: Tensor): Tensor => run('Sub', { a, b });
export const mul = (a: Tensor, b: Tensor): Tensor => run('Multiply', { a, b });
export const div = (a: Tensor, b: Tensor): Tensor => run('RealDiv', { a, b });

export const square = (x: Tensor): Tensor => run('Square', { x });
export const sqrt = (x: Tensor): Tensor => run('Sqrt', { x });
export const sigmoid = (x: Tensor): Tensor => run('Sigmoid', { x });
/** Softmax over the last axis. */
export const softmax = (logits: Tensor): Tensor => run('Softmax', { logits }, { dim: logits.rank - 1 });
/** Sum over one axis, which is kept with size 1. */
export const sumAxis = (x: Tensor, axis: number): Tensor => run('Sum', { x }, { axis: [axis], keepDims: true });

/** [R,m,k] x [R,k,n] -> [R,m,n]; the flags transpose the last two axes first. */
export const matMul = (a: Tensor, b: Tensor, transposeA = false, transposeB = false): Tensor =>
  run('BatchMatMul', { a, b }, { transposeA, transposeB });

export const reshape = (x: Tensor, shape: readonly number[]): Tensor => run('Reshape', { x }, { shape });
export const slice = (x: Tensor, begin: readonly number[], size: readonly number[]): Tensor =>
  run('Slice', { x }, { begin, size });

/** Side by side along `axis`. */
export function concat(parts: readonly Tensor[], axis: number): Tensor {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return engine().runKernel<Tensor>('Concat', [...parts] as unknown as NamedTensorMap, { axis });
}

export function activate(x: Tensor, activation: Activation): Tensor {
  switch (activation) {
    case 'relu':
      return run('Relu', { x });
    case 'tanh':
      return run('Tanh', { x });
    case 'linear':
      return x;
  }
}

/** upstream * activation'(z), with the derivative written in the *output* h = activation(z): relu [h > 0], tanh 1 - h^2. */
export function activationGradient(upstream: Tensor, output: Tensor, activation: Activation): Tensor {
  switch (activation) {
    case 'relu':
      return mul(upstream, run('Step', { x: output }, { alpha: 0 }));
    case 'tanh':
      return sub(upstream, mul(upstream, square(output)));
    case 'linear':
      return upstream;
  }
}

/** Axis k of the result is axis `order[k]` of x. */
export const transpose = (x: Tensor, order: readonly number[]): Tensor => run('Transpose', { x }, { perm: order });
/**
 * x, whose size along `axis` is 1, repeated along it. A product with ones, which changes no bit: the Tile kernel of the
 * WebAssembly backend takes a hundred times as long.
 */
export function repeat(x: Tensor, axis: number, times: number): Tensor {
  const shape = x.shape.map((_, k) => (k === axis ? times : 1));
  return mul(x, run('Fill', {}, { shape, value: 1, dtype: 'float32' }));
}
export const zerosLike = (x: Tensor): Tensor => run('ZerosLike', { x });
