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

/** `forward(theta, inputs, rows)`: outputs of every layer into the scratch memory. */
export function forwardKernel(plan: TowerPlan, scratch: ScratchPlan): FunctionSource {
  return {
    name: 'forward',
    write(scope) {
      const theta = scope.param(I32).get;
      const inputs = scope.param(I32).get;
      const rows = { variable: scope.param(I32).get };
      const m = simdAlgebra(scope);
      return plan.layers.flatMap((layer, index) => {
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

/** `backward(theta, inputs, rows, gradient)`: from the gradient at the outputs to the gradient row of the tower. */
export function backwardKernel(plan: TowerPlan, scratch: ScratchPlan): FunctionSource {
  return {
    name: 'backward',
    write(scope) {
      const theta = scope.param(I32).get;
      const inputs = scope.param(I32).get;
      const rows = { variable: scope.param(I32).get };
      const gradient = scope.param(I32).get;
      const m = simdAlgebra(scope);
      return plan.layers
        .map((layer, index) => {
          const before = inputOf(plan, scratch, index, inputs);
          const upstream = i32.constant(scratch.upstream[index] ?? 0);
          const below = plan.layers[index - 1];
          return [
            ...product(scope, {
              rows: layer.inputs,
              terms: rows,
              vectors: layer.width / VECTOR,
              a: { address: before.address, rowStride: 1, termStride: before.stride },
              b: { address: upstream, termStride: layer.width },
              c: { address: i32.add(gradient, i32.constant(layer.weights * FLOAT)), rowStride: layer.width },
            }),
            ...columnSums(scope, layer, upstream, rows.variable, gradient),
            ...(below ? transpose(scope, layer, below.width, theta, scratch.transposed[index] ?? 0) : []),
            ...(below
              ? product(scope, {
                  rows,
                  terms: layer.outputs,
                  vectors: below.width / VECTOR,
                  a: { address: upstream, rowStride: layer.width, termStride: 1 },
                  b: { address: i32.constant(scratch.transposed[index] ?? 0), termStride: below.width },
                  c: { address: i32.constant(scratch.upstream[index - 1] ?? 0), rowStride: below.width },
                  companion: before.address,
                  finish: (sum, { row, offset }) =>
                    FUSED_ACTIVATIONS[below.activation].backward(m, sum, f32x4.load(row, offset)),
                })
              : []),
          ];
        })
        .reverse()
        .flat();
    },
  };
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
