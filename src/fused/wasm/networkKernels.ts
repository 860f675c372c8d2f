/** Forward and backward pass of one tower over the rows of a batch. */
import { FUSED_ACTIVATIONS } from '../activations';
import type { PlannedLayer, TowerPlan } from '../towerPlan';
import type { FunctionScope } from './functionScope';
import { f32, f32x4, i32, I32, V128, type Code } from './instructions';
import { inBlocks, repeat } from './loops';
import type { ScratchPlan } from './memoryPlan';
import type { FunctionSource } from './module';
import { product } from './product';
import { simdAlgebra } from './simdAlgebra';

const FLOAT = 4;
const VECTOR = 4;

/** Some layers of a tower, `from` included, `to` not. */
export interface LayerRange {
  readonly from: number;
  readonly to: number;
}

/** `(theta, inputs, rows)`: outputs of the layers of a range into the scratch memory; `inputs` feed the first layer of all. */
export function forwardKernel(
  plan: TowerPlan,
  scratch: ScratchPlan,
  name: string,
  { from, to }: LayerRange,
): FunctionSource {
  return {
    name,
    write(scope) {
      const theta = scope.param(I32).get;
      const inputs = scope.param(I32).get;
      const rows = { variable: scope.param(I32).get };
      const m = simdAlgebra(scope);
      return plan.layers.slice(from, to).flatMap((layer, position) => {
        const index = from + position;
        const { forward } = FUSED_ACTIVATIONS[layer.activation];
        const before = inputOf(plan, scratch, index, inputs);
        return product(scope, {
          rows,
          terms: layer.inputs,
          vectors: layer.width / VECTOR,
          a: { address: before.address, rowStride: before.stride, termStride: 1 },
          b: { address: i32.add(theta, i32.constant(layer.weights * FLOAT)), termStride: layer.width },
          c: { address: i32.constant(scratch.outputs[index] ?? 0), rowStride: layer.width },
          start: (vector) => f32x4.load(theta, (layer.biases + vector * VECTOR) * FLOAT),
          finish: (sum) => forward(m, sum),
        });
      });
    },
  };
}

/**
 * `(theta, inputs, rows, gradient)`: from the gradient at the last layer of a range to the gradient row on its columns and
 * to the gradient at the layer before it.
 * @param below what happens to the gradient at the layer before: it is set, or added to what other tasks have left there
 */
export function backwardKernel(
  plan: TowerPlan,
  scratch: ScratchPlan,
  name: string,
  { from, to }: LayerRange,
  below: 'set' | 'add' = 'set',
): FunctionSource {
  return {
    name,
    write(scope) {
      const theta = scope.param(I32).get;
      const inputs = scope.param(I32).get;
      const rows = scope.param(I32).get;
      const gradient = scope.param(I32).get;
      return plan.layers
        .slice(from, to)
        .map((layer, position) => {
          const index = from + position;
          const before = inputOf(plan, scratch, index, inputs);
          const upstream = i32.constant(scratch.upstream[index] ?? 0);
          return [
            ...product(scope, {
              rows: layer.inputs,
              terms: { variable: rows },
              vectors: layer.width / VECTOR,
              a: { address: before.address, rowStride: 1, termStride: before.stride },
              b: { address: upstream, termStride: layer.width },
              c: { address: i32.add(gradient, i32.constant(layer.weights * FLOAT)), rowStride: layer.width },
            }),
            ...columnSums(scope, layer, upstream, rows, gradient),
            ...passDown(scope, plan, scratch, index, { theta, rows, add: below === 'add' && position === 0 }),
          ];
        })
        .reverse()
        .flat();
    },
  };
}

/** The gradient at the layer before layer `index`, through its weights and the activation of that layer. */
function passDown(
  scope: FunctionScope,
  plan: TowerPlan,
  scratch: ScratchPlan,
  index: number,
  { theta, rows, add }: { readonly theta: Code; readonly rows: Code; readonly add: boolean },
): Code {
  const layer = plan.layers[index];
  const below = plan.layers[index - 1];
  if (!layer || !below) return [];
  const m = simdAlgebra(scope);
  const outputs = scratch.outputs[index - 1] ?? 0;
  const target = scratch.upstream[index - 1] ?? 0;
  const { backward } = FUSED_ACTIVATIONS[below.activation];
  return [
    ...transpose(scope, layer, below.width, theta, scratch.transposed[index] ?? 0),
    ...product(scope, {
      rows: { variable: rows },
      terms: layer.outputs,
      vectors: below.width / VECTOR,
      a: { address: i32.constant(scratch.upstream[index] ?? 0), rowStride: layer.width, termStride: 1 },
      b: { address: i32.constant(scratch.transposed[index] ?? 0), termStride: below.width },
      c: { address: i32.constant(target), rowStride: below.width },
      finish: (sum, peek) => {
        const own = backward(m, sum, peek(outputs - target));
        return add ? f32x4.add(peek(0), own) : own;
      },
    }),
  ];
}

/** What layer `index` is fed with: the rows of the batch, or the outputs of the layer before. */
function inputOf(
  plan: TowerPlan,
  scratch: ScratchPlan,
  index: number,
  inputs: Code,
): { address: Code; stride: number } {
  const below = plan.layers[index - 1];
  return below
    ? { address: i32.constant(scratch.outputs[index - 1] ?? 0), stride: below.width }
    : { address: inputs, stride: plan.layers[0]?.inputs ?? 0 };
}

/** Biases' gradient: sums of the columns of `upstream` [rows, width], four vectors at a time. */
function columnSums(scope: FunctionScope, layer: PlannedLayer, upstream: Code, rows: Code, gradient: Code): Code {
  const vectors = layer.width / VECTOR;
  const code: number[] = [];
  for (let first = 0; first < vectors; first += 4) {
    const sums = Array.from({ length: Math.min(4, vectors - first) }, () => scope.local(V128));
    code.push(
      ...scope.borrow(I32, (left) =>
        scope.borrow(I32, (row) => [
          ...sums.flatMap((sum) => sum.set(f32x4.constant([0, 0, 0, 0]))),
          ...left.set(rows),
          ...row.set(upstream),
          ...inBlocks(left, 1, [
            ...sums.flatMap((sum, v) => sum.set(f32x4.add(sum.get, f32x4.load(row.get, (first + v) * VECTOR * FLOAT)))),
            ...row.advance(layer.width * FLOAT),
          ]),
          ...sums.flatMap((sum, v) => f32x4.store(gradient, sum.get, (layer.biases + (first + v) * VECTOR) * FLOAT)),
        ]),
      ),
    );
  }
  return code;
}

/** Copies the weights [inputs, width] to [outputs, stride], rows become columns. */
function transpose(scope: FunctionScope, layer: PlannedLayer, stride: number, theta: Code, target: number): Code {
  return scope.borrow(I32, (from) =>
    scope.borrow(I32, (to) => [
      ...from.set(i32.add(theta, i32.constant(layer.weights * FLOAT))),
      ...to.set(i32.constant(target)),
      ...repeat(scope, layer.inputs, () => [
        ...Array.from({ length: layer.outputs }, (_, j) =>
          f32.store(to.get, f32.load(from.get, j * FLOAT), j * stride * FLOAT),
        ).flat(),
        ...from.advance(layer.width * FLOAT),
        ...to.advance(FLOAT),
      ]),
    ]),
  );
}
