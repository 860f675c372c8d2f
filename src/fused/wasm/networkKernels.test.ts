/** Forward and backward pass of whole towers against plain loops in the same order, to the last bit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activation } from '../../spec/experiment';
import { FUSED_ACTIVATIONS } from '../activations';
import { bitsOf } from '../testing/kernelBench';
import { numberAlgebra as m } from '../testing/numberAlgebra';
import { planTower, type PlannedLayer, type TowerPlan } from '../towerPlan';
import { planScratch } from './memoryPlan';
import { startKernels, stepModule } from './stepModule';

interface Case {
  /** Inputs, then units of every layer. */
  readonly widths: readonly number[];
  readonly activations: readonly Activation[];
  readonly rows: number;
  readonly seed: number;
}

const number = (seed: number, i: number): number => Math.fround(Math.sin(seed * 17.3 + i * 78.233) * 0.9);

function planOf({ widths, activations }: Case): TowerPlan {
  return planTower(
    widths.slice(1).map((outputs, index) => ({
      ...{ inputs: widths[index] ?? 0, outputs },
      activation: activations[index] ?? 'linear',
    })),
  );
}

/** A row of weights; what only fills up is zero. */
function weightsOf(plan: TowerPlan, seed: number): Float32Array {
  const theta = new Float32Array(plan.columns);
  for (const { inputs, outputs, width, weights } of plan.layers) {
    // The biases are one more row behind the weights.
    for (let i = 0; i <= inputs; i++) {
      for (let j = 0; j < outputs; j++) theta[weights + i * width + j] = number(seed, weights + i * width + j);
    }
  }
  return theta;
}

/** Outputs of every layer, [rows, width]. */
function forward(plan: TowerPlan, theta: Float32Array, inputs: Float32Array, rows: number): Float32Array[] {
  const found: Float32Array[] = [];
  for (const layer of plan.layers) {
    const before = found.at(-1) ?? inputs;
    const stride = before.length / rows;
    const { forward: activate } = FUSED_ACTIVATIONS[layer.activation];
    found.push(
      Float32Array.from({ length: rows * layer.width }, (_, at) => {
        const [row, j] = [Math.floor(at / layer.width), at % layer.width];
        let sum = theta[layer.biases + j] ?? NaN;
        for (let i = 0; i < layer.inputs; i++) {
          const weight = theta[layer.weights + i * layer.width + j] ?? NaN;
          sum = m.add(sum, m.mul(before[row * stride + i] ?? NaN, weight));
        }
        return activate(m, sum);
      }),
    );
  }
  return found;
}

/** Gradient row, from the gradient at the outputs. */
function backward(
  plan: TowerPlan,
  theta: Float32Array,
  inputs: Float32Array,
  outputs: readonly Float32Array[],
  upstream: Float32Array,
  rows: number,
): Float32Array {
  const gradient = new Float32Array(plan.columns);
  let above = upstream;
  for (let index = plan.layers.length - 1; index >= 0; index--) {
    const layer = plan.layers[index] as PlannedLayer;
    const before = outputs[index - 1] ?? inputs;
    const stride = before.length / rows;
    const overRows = (value: (row: number) => number): number => {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum = m.add(sum, value(row));
      return sum;
    };
    for (let j = 0; j < layer.width; j++) {
      const slope = (row: number): number => above[row * layer.width + j] ?? NaN;
      for (let i = 0; i < layer.inputs; i++) {
        const at = layer.weights + i * layer.width + j;
        gradient[at] = overRows((row) => m.mul(before[row * stride + i] ?? NaN, slope(row)));
      }
      gradient[layer.biases + j] = overRows(slope);
    }
    const below = plan.layers[index - 1];
    if (!below) break;
    const wanted = above;
    above = Float32Array.from({ length: rows * below.width }, (_, at) => {
      const [row, i] = [Math.floor(at / below.width), at % below.width];
      let sum = 0;
      for (let j = 0; j < layer.outputs; j++) {
        // Units that only fill up have no weights to the next layer.
        const weight = i < layer.inputs ? (theta[layer.weights + i * layer.width + j] ?? NaN) : 0;
        sum = m.add(sum, m.mul(wanted[row * layer.width + j] ?? NaN, weight));
      }
      return FUSED_ACTIVATIONS[below.activation].backward(m, sum, before[at] ?? NaN);
    });
  }
  return gradient;
}

const START = 1024;

/** Kernels for a tower of the case, whose memory begins with one row of weights, gradient and inputs each. */
function start(each: Case) {
  const plan = planOf(each);
  const last = plan.layers.at(-1) as PlannedLayer;
  const [theta, gradient, inputs] = [START, START + 16_384, START + 32_768];
  const scratch = planScratch(plan, each.rows, START + 49_152);
  const memory = new WebAssembly.Memory({ initial: 8, maximum: 8 });
  const kernels = startKernels(
    stepModule({
      ...{ tower: plan, scratch, tasks: [{ loss: 'mse', outputs: last.outputs }], optimizer: { kind: 'sgd' } },
      splits: plan.layers.slice(1).map((_, index) => index + 1),
    }),
    memory,
  );
  const numbers = (address: number, length: number): Float32Array => new Float32Array(memory.buffer, address, length);
  return { plan, last, scratch, kernels, numbers, at: { theta, gradient, inputs } };
}

/** The gradient at the last layer, zero for outputs that only fill up. */
const slopes = ({ outputs, width }: PlannedLayer, rows: number, seed: number): Float32Array =>
  Float32Array.from({ length: rows * width }, (_, i) => (i % width < outputs ? number(seed + 5, i) : 0));

function check(each: Case): void {
  const { plan, last, scratch, kernels, numbers, at } = start(each);
  const { rows, seed, widths } = each;
  const theta = weightsOf(plan, seed);
  const inputs = Float32Array.from({ length: rows * (widths[0] ?? 0) }, (_, i) => number(seed + 9, i));
  const upstream = slopes(last, rows, seed);
  numbers(at.theta, theta.length).set(theta);
  numbers(at.inputs, inputs.length).set(inputs);
  kernels.tower.forward(at.theta, at.inputs, rows);
  const expected = forward(plan, theta, inputs, rows);
  expected.forEach((layer, index) => {
    expect(bitsOf(numbers(scratch.outputs[index] ?? 0, layer.length))).toEqual(bitsOf(layer));
  });
  numbers(scratch.upstream.at(-1) ?? 0, upstream.length).set(upstream);
  numbers(at.gradient, plan.columns).fill(9);
  kernels.tower.backward(at.theta, at.inputs, rows, at.gradient);
  const gradient = backward(plan, theta, inputs, expected, upstream, rows);
  // Zeros may differ in their sign: a number is added to the sum of nothing, or is not.
  const plain = (values: Float32Array): number[] => bitsOf(values.map((value) => value + 0));
  expect(plain(numbers(at.gradient, plan.columns).slice())).toEqual(plain(gradient));
}

const cases = fc.record({
  widths: fc.array(fc.integer({ min: 1, max: 21 }), { minLength: 2, maxLength: 4 }),
  activations: fc.array(fc.constantFrom<Activation>('tanh', 'relu', 'linear'), { minLength: 3, maxLength: 3 }),
  rows: fc.integer({ min: 1, max: 11 }),
  seed: fc.integer({ min: 0, max: 1000 }),
});

describe('a tower', () => {
  it.each([1, 4, 7, 17, 20, 33])('has the right outputs and gradients with layers of %i units', (width) => {
    check({ widths: [3, width, width], activations: ['tanh'], rows: 5, seed: width });
  });

  it('has the right outputs and gradients, whatever its widths', () => {
    fc.assert(fc.property(cases, check), { seed: 1, numRuns: 15 });
  });

  it('that is computed in two parts is the same, and adds up what several heads pass down', () => {
    const each: Case = { widths: [3, 6, 5, 2], activations: ['tanh', 'relu'], rows: 4, seed: 3 };
    const { plan, last, scratch, kernels, numbers, at } = start(each);
    const theta = weightsOf(plan, 3);
    const inputs = Float32Array.from({ length: 12 }, (_, i) => number(8, i));
    const upstream = slopes(last, 4, 1);
    numbers(at.theta, theta.length).set(theta);
    numbers(at.inputs, inputs.length).set(inputs);
    for (const depth of [1, 2]) {
      const read = () => numbers(at.gradient, plan.columns).slice();
      const { trunk, firstHead, nextHead } = kernels.split(depth);
      const passHead = (head: typeof firstHead): void => {
        head.forward(at.theta, at.inputs, 4);
        numbers(scratch.upstream.at(-1) ?? 0, upstream.length).set(upstream);
        head.backward(at.theta, at.inputs, 4, at.gradient);
      };
      trunk.forward(at.theta, at.inputs, 4);
      passHead(firstHead);
      trunk.backward(at.theta, at.inputs, 4, at.gradient);
      const once = read();
      expect(once).toEqual(backward(plan, theta, inputs, forward(plan, theta, inputs, 4), upstream, 4));
      // The same head once more: the trunk gets twice as much, the head's own columns are set anew.
      passHead(firstHead);
      passHead(nextHead);
      trunk.backward(at.theta, at.inputs, 4, at.gradient);
      const end = plan.layers[depth - 1]?.end ?? 0;
      expect(read()).toEqual(once.map((value, column) => (column < end ? 2 * value : value)));
    }
  });
});
