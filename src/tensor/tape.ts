/**
 * Reverse-mode differentiation on our own kernels: a list of what was computed and how each result hands its cotangent
 * back (Griewank & Walther 2008, chapter 3). TensorFlow.js has such a tape too, but only with every gradient of every
 * operation registered, and its checks cost more than the arithmetic of a small network.
 *
 * A node that depends on no variable belongs to no tape: computing with constants records nothing, so one forward pass
 * serves for training and for measuring. Everything lives in the surrounding `tidy`.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './kernels';

/** A value, and the tape that it can be differentiated on (`null`: a constant). */
export interface Node {
  readonly value: Tensor;
  readonly tape: Tape | null;
}

/** Maps the cotangents of a step's results (`null`: none arrived) to the cotangent of one of its parents. */
type Pullback = (upstream: readonly (Tensor | null)[]) => Tensor;

interface Step {
  readonly results: readonly Node[];
  readonly parents: readonly { readonly node: Node; readonly pull: Pullback }[];
}

/** What was computed from a tape's variables, in order. */
export interface Tape {
  readonly steps: Step[];
}

/** A node whose cotangent is given: the derivative of the objective with respect to it. */
export interface Root {
  readonly node: Node;
  readonly cotangent: Tensor;
}

/** A parent of a result, with the map from the result's cotangent to its own. */
export type Parent = readonly [node: Node, pull: (upstream: Tensor) => Tensor];

export const createTape = (): Tape => ({ steps: [] });
export const constant = (value: Tensor): Node => ({ value, tape: null });
export const variable = (tape: Tape, value: Tensor): Node => ({ value, tape });

/** The result of an operation; its parents that are constants are forgotten. */
export function record(value: Tensor, parents: readonly Parent[]): Node {
  const tracked = parents.filter(([node]) => node.tape !== null);
  const result: Node = { value, tape: tracked[0]?.[0].tape ?? null };
  result.tape?.steps.push({
    results: [result],
    parents: tracked.map(([node, pull]) => ({
      node,
      pull: ([upstream]) => {
        if (!upstream) throw new RangeError('a pullback was called without a cotangent');
        return pull(upstream);
      },
    })),
  });
  return result;
}

/** Several results of one operation on one parent. */
export function recordParts(values: readonly Tensor[], parent: Node, pull: Pullback): readonly Node[] {
  const { tape } = parent;
  const results = values.map((value): Node => ({ value, tape }));
  tape?.steps.push({ results, parents: [{ node: parent, pull }] });
  return results;
}

/**
 * Gradient of sum over the roots of <cotangent, node> with respect to `leaf`, in the shape of `leaf`;
 * `null` when no root depends on it. A node may be root several times.
 */
export function backward(roots: readonly Root[], leaf: Node): Tensor | null {
  const cotangents = new Map<Node, Tensor>();
  const arrive = (node: Node, cotangent: Tensor): void => {
    const before = cotangents.get(node);
    cotangents.set(node, before ? add(before, cotangent) : cotangent);
  };
  for (const { node, cotangent } of roots) arrive(node, cotangent);
  for (const { results, parents } of [...(leaf.tape?.steps ?? [])].reverse()) {
    const upstream = results.map((result) => cotangents.get(result) ?? null);
    if (upstream.every((cotangent) => cotangent === null)) continue;
    for (const { node, pull } of parents) arrive(node, pull(upstream));
  }
  return cotangents.get(leaf) ?? null;
}
