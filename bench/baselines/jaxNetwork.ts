/**
 * The comparison network in jax-js: `jit(vmap(step))` of a step that is `valueAndGrad` and a hand-written Adam, on its
 * WebAssembly device. Batches are uploaded beforehand and used in turn, so nothing but the step is timed.
 *
 * Arrays are owned: a call consumes its arguments, `.ref` keeps one for another use (the library's README).
 */
import { blockUntilReady, defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad, vmap } from '@jax-js/jax';
import type { DenseWeights, StartingPoint } from './startingPoint';

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** Weights and biases, layer by layer. */
type Parameters = np.Array[];

/** Sum over outputs of the mean squared error. */
function loss(parameters: Parameters, inputs: np.Array, targets: np.Array): np.Array {
  const [batch = 1] = targets.shape;
  let hidden = inputs;
  for (let at = 0; at < parameters.length; at += 2) {
    const [weights, biases] = parameters.slice(at, at + 2);
    if (!weights || !biases) throw new RangeError('a layer has weights and biases');
    const sum = np.matmul(hidden, weights).add(biases);
    hidden = at + 2 < parameters.length ? nn.relu(sum) : sum;
  }
  return np
    .square(hidden.sub(targets))
    .sum()
    .mul(1 / batch);
}

/** One step of one network; `rate` and `epsilon` have the bias corrections of Adam folded in. */
function step(
  parameters: Parameters,
  first: Parameters,
  second: Parameters,
  inputs: np.Array,
  targets: np.Array,
  rate: np.Array,
  epsilon: np.Array,
): [Parameters, Parameters, Parameters, np.Array] {
  const [value, gradients] = valueAndGrad(loss)(tree.ref(parameters), inputs, targets);
  const mean = tree.map(
    (m: np.Array, g: np.Array) => m.mul(BETA_1).add(g.ref.mul(1 - BETA_1)),
    first,
    tree.ref(gradients),
  );
  const square = tree.map(
    (v: np.Array, g: np.Array) => v.mul(BETA_2).add(np.square(g).mul(1 - BETA_2)),
    second,
    gradients,
  );
  const next = tree.map(
    (p: np.Array, m: np.Array, v: np.Array) => p.sub(m.mul(rate.ref).div(np.sqrt(v).add(epsilon.ref))),
    parameters,
    tree.ref(mean),
    tree.ref(square),
  );
  rate.dispose();
  epsilon.dispose();
  return [next, mean, square, value];
}

export interface JaxNetworks {
  /** Takes steps of all networks, in lockstep, and waits for them. */
  advance(steps: number): Promise<void>;
  weights(lane: number): Promise<readonly DenseWeights[]>;
}

/** @param cycle batches per network that are kept on the device and used in turn */
export async function createJaxNetworks(
  starts: readonly StartingPoint[],
  learningRate: number,
  cycle: number,
): Promise<JaxNetworks> {
  await init('wasm');
  defaultDevice('wasm');
  const shapes = starts[0]?.layers ?? [];
  const width = shapes[0]?.inputs ?? 0;
  const tasks = shapes.at(-1)?.outputs ?? 0;
  const batch = starts[0]?.batch ?? 0;
  const stack = (parts: readonly Float32Array[], shape: readonly number[]): np.Array =>
    np.array(Float32Array.from(parts.flatMap((part) => Array.from(part)))).reshape([starts.length, ...shape]);

  const of = (read: (layer: DenseWeights) => Float32Array, depth: number): readonly Float32Array[] =>
    starts.map(({ layers }) => {
      const layer = layers[depth];
      if (!layer) throw new RangeError('networks of unequal depth');
      return read(layer);
    });
  let parameters: Parameters = shapes.flatMap(({ inputs, outputs }, depth) => [
    stack(
      of(({ weights }) => weights, depth),
      [inputs, outputs],
    ),
    stack(
      of(({ biases }) => biases, depth),
      [outputs],
    ),
  ]);
  let first: Parameters = parameters.map((each) => np.zerosLike(each.ref));
  let second: Parameters = parameters.map((each) => np.zerosLike(each.ref));
  const batches = Array.from({ length: cycle }, (_, at) => {
    const rows = starts.map((start) => start.rows(at));
    return {
      inputs: stack(
        rows.map(({ inputs }) => inputs),
        [batch, width],
      ),
      targets: stack(
        rows.map(({ targets }) => targets),
        [batch, tasks],
      ),
    };
  });
  const stepAll = jit(vmap(step, [0, 0, 0, 0, 0, null, null]));
  let time = 0;

  return {
    async advance(steps) {
      for (let k = 0; k < steps; k++) {
        const rows = batches[time % cycle];
        if (!rows) throw new RangeError('no batch');
        time++;
        const second2 = Math.sqrt(1 - BETA_2 ** time);
        const rate = np.array((learningRate * second2) / (1 - BETA_1 ** time));
        const epsilon = np.array(EPSILON * second2);
        const { inputs, targets } = rows;
        const [p, m, v, value] = stepAll(parameters, first, second, inputs.ref, targets.ref, rate, epsilon);
        [parameters, first, second] = [p, m, v];
        value.dispose();
        // At every step: what is pending is listed again by every array, so longer queues only cost.
        await blockUntilReady(parameters);
      }
    },
    async weights(lane) {
      // The types name arrays of half floats, which this version of TypeScript does not know.
      const read = await Promise.all(parameters.map((each): Promise<unknown> => each.ref.data()));
      const part = (at: number): Float32Array => {
        const values = read[at];
        if (!(values instanceof Float32Array)) throw new TypeError('the weights are single floats');
        const size = values.length / starts.length;
        return values.slice(lane * size, (lane + 1) * size);
      };
      return shapes.map(({ inputs, outputs }, depth) => ({
        inputs,
        outputs,
        weights: part(2 * depth),
        biases: part(2 * depth + 1),
      }));
    },
  };
}
