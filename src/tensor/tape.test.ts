/** Every operation of the tape against extrapolated finite differences, alone and in a composition. */
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createStream } from '../numeric/random';
import { useBackend } from '../training/testing/backends';
import { backward, constant, createTape, variable, type Node } from './tape';
import * as operations from './tapeOperations';

beforeAll(() => useBackend('cpu'));

const stream = createStream(5, 'resampling');
const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);
/** Away from zero, where relu has no derivative. */
const draw = (size: number, from: number): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => {
    const value = stream.normal(from + i);
    return value + Math.sign(value) * 0.3;
  });

type Program = (inputs: readonly Node[]) => Node;

async function values(compute: () => Tensor): Promise<Float32Array> {
  const result = tidy(compute);
  const data = Float32Array.from((await result.data()) as Float32Array);
  result.dispose();
  return data;
}

/** Compares the gradient of <c, program(inputs)> with respect to every number of every input, for a random c. */
async function check(shapes: readonly (readonly number[])[], program: Program): Promise<void> {
  const host = shapes.map((shape, index) => draw(sizeOf(shape), 1000 * index));
  const nodesOf = (arrays: readonly Float32Array[], make: (value: Tensor, index: number) => Node): readonly Node[] =>
    arrays.map((array, index) => make(tensor(array, [...(shapes[index] ?? [])]), index));
  const outputs = (arrays: readonly Float32Array[]): Promise<Float32Array> =>
    values(() => program(nodesOf(arrays, constant)).value.clone());
  const weights = draw((await outputs(host)).length, 90_000);
  const objective = async (arrays: readonly Float32Array[]): Promise<number> =>
    (await outputs(arrays)).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);

  for (const [which, array] of host.entries()) {
    const exact = await values(() => {
      const tape = createTape();
      const nodes = nodesOf(host, (value, index) => (index === which ? variable(tape, value) : constant(value)));
      const node = program(nodes);
      const leaf = nodes[which];
      const gradient = leaf && backward([{ node, cotangent: tensor(weights, node.value.shape) }], leaf);
      if (!gradient) throw new Error('no gradient');
      expect(gradient.shape).toEqual(shapes[which]);
      return gradient;
    });
    expect(exact.some((value) => Math.abs(value) > 0.05)).toBe(true);
    for (let i = 0; i < array.length; i++) {
      const slope = async (width: number): Promise<number> => {
        const [up, down] = [width, -width].map((shift) => {
          const moved = host.map((each) => Float32Array.from(each));
          const target = moved[which];
          if (target) target[i] = (array[i] ?? 0) + shift;
          return moved;
        });
        return ((await objective(up ?? [])) - (await objective(down ?? []))) / (2 * width);
      };
      // Richardson: the error of the central difference without its term in width^2.
      const numeric = (4 * (await slope(0.04)) - (await slope(0.08))) / 3;
      expect(Math.abs(numeric - (exact[i] ?? NaN)), `input ${which}, number ${i}`).toBeLessThan(
        1e-4 * Math.max(1, Math.abs(numeric)),
      );
    }
  }
}

const { add, mul, matMul, activate, softmax, reshape, transpose, sumAxis, sumProduct, repeat, concat, split } =
  operations;
/** The node at a position. */
function at(nodes: readonly Node[], index: number): Node {
  const node = nodes[index];
  if (!node) throw new Error(`no node ${index}`);
  return node;
}

describe('gradient', () => {
  it.each<[string, readonly (readonly number[])[], Program]>([
    [
      'of a sum',
      [
        [2, 3],
        [2, 3],
      ],
      (x) => add(at(x, 0), at(x, 1)),
    ],
    [
      'of a broadcast sum',
      [
        [2, 3, 2],
        [1, 3, 1],
      ],
      (x) => add(at(x, 0), at(x, 1)),
    ],
    [
      'of a product',
      [
        [2, 3],
        [2, 3],
      ],
      (x) => mul(at(x, 0), at(x, 1)),
    ],
    [
      'of a broadcast product, both ways',
      [
        [2, 1, 4],
        [1, 3, 1],
      ],
      (x) => mul(at(x, 0), at(x, 1)),
    ],
    ['of a square, one node twice', [[5]], (x) => mul(at(x, 0), at(x, 0))],
    [
      'of a batch of matrix products',
      [
        [2, 3, 4],
        [2, 4, 2],
      ],
      (x) => matMul(at(x, 0), at(x, 1)),
    ],
    [
      'of a product with one column',
      [
        [2, 3, 4],
        [2, 4, 1],
      ],
      (x) => matMul(at(x, 0), at(x, 1)),
    ],
    [
      'of a transposed product',
      [
        [2, 4, 3],
        [2, 4, 2],
      ],
      (x) => matMul(at(x, 0), at(x, 1), true),
    ],
    [
      'of a transposed product with one column',
      [
        [2, 4, 3],
        [2, 4, 1],
      ],
      (x) => matMul(at(x, 0), at(x, 1), true),
    ],
    ['of relu', [[7]], (x) => activate(at(x, 0), 'relu')],
    ['of tanh', [[7]], (x) => activate(at(x, 0), 'tanh')],
    ['of the identity', [[7]], (x) => activate(at(x, 0), 'linear')],
    ['of softmax', [[2, 2, 3]], (x) => softmax(at(x, 0))],
    ['of a reshape', [[2, 6]], (x) => mul(reshape(at(x, 0), [4, 3]), reshape(at(x, 0), [4, 3]))],
    ['of a transposition', [[2, 3, 4]], (x) => transpose(at(x, 0), [2, 0, 1])],
    ['of a sum over an axis', [[2, 3, 4]], (x) => sumAxis(at(x, 0), 1)],
    ['of a repetition', [[2, 1, 3]], (x) => repeat(at(x, 0), 1, 4)],
    [
      'of a weighted sum',
      [
        [2, 3, 1, 2],
        [1, 3, 4, 2],
      ],
      (x) => sumProduct(at(x, 0), at(x, 1), 1),
    ],
    [
      'of a concatenation',
      [
        [2, 1, 3],
        [2, 2, 3],
      ],
      (x) => concat([at(x, 0), at(x, 1)], 1),
    ],
    [
      'of pieces, one unused',
      [[2, 6]],
      (x) => {
        const pieces = split(at(x, 0), [2, 1, 3]);
        return add(sumAxis(mul(at(pieces, 2), at(pieces, 2)), 1), sumAxis(at(pieces, 0), 1));
      },
    ],
    [
      'of a gate over experts that share a layer',
      [
        [2, 3, 2],
        [2, 2, 3],
        [2, 3, 4],
      ],
      (x) => {
        const rows = mul(at(x, 2), constant(tensor([0.4], [1, 1, 1])));
        const hidden = activate(matMul(rows, transpose(rows, [0, 2, 1])), 'tanh');
        const gate = softmax(matMul(hidden, at(x, 0)));
        return mul(matMul(gate, at(x, 1)), add(hidden, concat([at(x, 0), sumAxis(hidden, 2)], 2)));
      },
    ],
  ])('%s', async (_, shapes, program) => {
    await check(shapes, program);
  });

  it('is reversed and scaled by gradient reversal, which changes no value', async () => {
    const forward = await values(() => operations.reverse(constant(tensor([1, -2])), tensor([-3])).value.clone());
    expect([...forward]).toEqual([1, -2]);
    const back = await values(() => {
      const leaf = variable(createTape(), tensor([1, -2]));
      const node = operations.reverse(leaf, tensor([-3]));
      return backward([{ node, cotangent: tensor([5, 7]) }], leaf) ?? tensor([0]);
    });
    expect([...back]).toEqual([-15, -21]);
  });
});

describe('the tape', () => {
  it('adds up the cotangents of several roots, also of the leaf itself', async () => {
    const sum = await values(() => {
      const leaf = variable(createTape(), tensor([2, 3]));
      const square = mul(leaf, leaf);
      const cotangent = tensor([1, 10]);
      return (
        backward(
          [square, square, leaf].map((node) => ({ node, cotangent })),
          leaf,
        ) ?? tensor([0])
      );
    });
    expect([...sum]).toEqual([2 * 4 + 1, 2 * 60 + 10]);
  });

  it('records nothing of constants and knows when a leaf plays no part', () => {
    tidy(() => {
      const tape = createTape();
      const leaf = variable(tape, tensor([1]));
      const node = mul(constant(tensor([2])), constant(tensor([3])));
      expect(node.tape).toBeNull();
      expect(tape.steps).toHaveLength(0);
      expect(backward([{ node, cotangent: tensor([1]) }], leaf)).toBeNull();
      add(leaf, node);
      expect(tape.steps[0]?.parents).toHaveLength(1);
    });
  });

  it('refuses pieces that do not fill the axis', () => {
    expect(() => tidy(() => void split(constant(tensor([[1, 2, 3]])), [1, 1]))).toThrow(RangeError);
  });
});
