/**
 * The operations of `kernels.ts` on nodes of a tape, each with its pullback. Names and shapes are those of the kernels;
 * operands that broadcast must have equal ranks. The number of kernels does not depend on any size.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Activation } from '../spec/experiment';
import * as kernels from './kernels';
import { record, recordParts, type Node } from './tape';

/** The adjoint of broadcasting `shape` to the shape of x: the sum over every axis that was stretched. */
function sumTo(x: Tensor, shape: readonly number[]): Tensor {
  return shape.reduce((sum, size, axis) => (size === sum.shape[axis] ? sum : kernels.sumAxis(sum, axis)), x);
}

export function add(a: Node, b: Node): Node {
  return record(kernels.add(a.value, b.value), [
    [a, (upstream) => sumTo(upstream, a.value.shape)],
    [b, (upstream) => sumTo(upstream, b.value.shape)],
  ]);
}

/** Element by element; with a constant of one element it is a scaling. */
export function mul(a: Node, b: Node): Node {
  return record(kernels.mul(a.value, b.value), [
    [a, (upstream) => sumTo(kernels.mul(upstream, b.value), a.value.shape)],
    [b, (upstream) => sumTo(kernels.mul(upstream, a.value), b.value.shape)],
  ]);
}

/** u vᵀ over the last two axes; a single column makes it an outer product, cheaper by far. */
function timesTransposed(u: Tensor, v: Tensor): Tensor {
  const [batch = 0, rows = 0, columns = 0] = v.shape;
  return columns === 1 ? kernels.mul(u, kernels.reshape(v, [batch, 1, rows])) : kernels.matMul(u, v, false, true);
}

/** [R,m,k] x [R,k,n] -> [R,m,n], or with `transposeA` [R,k,m] x [R,k,n]. Equal batches, no broadcasting. */
export function matMul(a: Node, b: Node, transposeA = false): Node {
  return record(kernels.matMul(a.value, b.value, transposeA), [
    [a, (upstream) => (transposeA ? timesTransposed(b.value, upstream) : timesTransposed(upstream, b.value))],
    [b, (upstream) => kernels.matMul(a.value, upstream, !transposeA)],
  ]);
}

export function activate(x: Node, activation: Activation): Node {
  if (activation === 'linear') return x;
  const value = kernels.activate(x.value, activation);
  return record(value, [[x, (upstream) => kernels.activationGradient(upstream, value, activation)]]);
}

/** Over the last axis. */
export function softmax(x: Node): Node {
  const value = kernels.softmax(x.value);
  const pull = (upstream: Tensor): Tensor => {
    const weighted = kernels.mul(upstream, value);
    return kernels.sub(weighted, kernels.mul(value, kernels.sumAxis(weighted, value.rank - 1)));
  };
  return record(value, [[x, pull]]);
}

export function reshape(x: Node, shape: readonly number[]): Node {
  const { shape: before } = x.value;
  return record(kernels.reshape(x.value, shape), [[x, (upstream) => kernels.reshape(upstream, before)]]);
}

/** Axis k of the result is axis `order[k]` of x. */
export function transpose(x: Node, order: readonly number[]): Node {
  const back = order.map((_, axis) => order.indexOf(axis));
  return record(kernels.transpose(x.value, order), [[x, (upstream) => kernels.transpose(upstream, back)]]);
}

/** Sum over one axis, which is kept with size 1. */
export function sumAxis(x: Node, axis: number): Node {
  const times = x.value.shape[axis] ?? 1;
  return record(kernels.sumAxis(x.value, axis), [[x, (upstream) => kernels.repeat(upstream, axis, times)]]);
}

/**
 * {@link sumAxis} of {@link mul}, without stretching the cotangent along the axis: the products that follow do that.
 * @throws RangeError when a and b differ along the axis; elsewhere they may broadcast.
 */
export function sumProduct(a: Node, b: Node, axis: number): Node {
  if (a.value.shape[axis] !== b.value.shape[axis]) throw new RangeError(`unequal sizes along axis ${axis}`);
  return record(kernels.sumAxis(kernels.mul(a.value, b.value), axis), [
    [a, (upstream) => sumTo(kernels.mul(upstream, b.value), a.value.shape)],
    [b, (upstream) => sumTo(kernels.mul(upstream, a.value), b.value.shape)],
  ]);
}

/** x, whose size along `axis` is 1, repeated `times` times along it. */
export function repeat(x: Node, axis: number, times: number): Node {
  if (times === 1) return x;
  return record(kernels.repeat(x.value, axis, times), [[x, (upstream) => kernels.sumAxis(upstream, axis)]]);
}

/** Part of x along one axis. */
function part(x: Tensor, axis: number, begin: number, size: number): Tensor {
  const start = x.shape.map((_, k) => (k === axis ? begin : 0));
  return kernels.slice(
    x,
    start,
    x.shape.map((whole, k) => (k === axis ? size : whole)),
  );
}

/** Side by side along `axis`. */
export function concat(parts: readonly Node[], axis: number): Node {
  let begin = 0;
  const value = kernels.concat(
    parts.map((node) => node.value),
    axis,
  );
  return record(
    value,
    parts.map((node) => {
      const start = begin;
      const size = node.value.shape[axis] ?? 0;
      begin += size;
      return [node, (upstream: Tensor) => part(upstream, axis, start, size)];
    }),
  );
}

/**
 * Cuts the last axis into neighbouring pieces of the given sizes, which must fill it. Its pullback is a single
 * concatenation, so a row of many parameters costs no row of zeros per parameter.
 */
export function split(x: Node, sizes: readonly number[]): readonly Node[] {
  const axis = x.value.rank - 1;
  let begin = 0;
  const values = sizes.map((size) => part(x.value, axis, (begin += size) - size, size));
  if (begin !== x.value.shape[axis]) throw new RangeError(`pieces of ${begin} cut from ${String(x.value.shape[axis])}`);
  return recordParts(values, x, (upstream) =>
    kernels.concat(
      upstream.map((cotangent, index) => cotangent ?? kernels.zerosLike(values[index] ?? x.value)),
      axis,
    ),
  );
}

/**
 * Gradient reversal (Ganin & Lempitsky 2015): the identity forward, -strength backward.
 * @param minusStrength one element
 */
export function reverse(x: Node, minusStrength: Tensor): Node {
  return record(x.value, [[x, (upstream) => kernels.mul(upstream, minusStrength)]]);
}
