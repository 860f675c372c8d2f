/**
 * TensorFlow.js at its best for the comparison network: all lanes in one set of tensors, forward and backward pass written
 * by hand, one flat tensor of parameters with one flat Adam, batches uploaded beforehand, nothing read while it trains.
 * Unlike the lab's tensor programs, which train a tower per task, it computes the shared trunk once.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { DenseWeights, StartingPoint } from './startingPoint';

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

export interface TunedNetworks {
  /** Takes steps of all networks, in lockstep; on graphics cards they are only queued. */
  advance(steps: number): void;
  /** Resolves when all steps are done. */
  settle(): Promise<void>;
  weights(lane: number): Promise<readonly DenseWeights[]>;
  dispose(): void;
}

interface Place {
  readonly inputs: number;
  readonly outputs: number;
  /** First column of the weights, of the biases, and after the layer. */
  readonly weights: number;
  readonly biases: number;
  readonly end: number;
}

/** On the current backend. @param cycle batches per network that are kept and used in turn */
export function createTunedNetworks(
  starts: readonly StartingPoint[],
  learningRate: number,
  cycle: number,
): TunedNetworks {
  const lanes = starts.length;
  const places = layOut(starts[0]?.layers ?? []);
  const columns = places.at(-1)?.end ?? 0;
  const batch = starts[0]?.batch ?? 0;
  const stack = (parts: readonly Float32Array[], shape: readonly number[]): tf.Tensor =>
    tf.tensor(Float32Array.from(parts.flatMap((part) => Array.from(part))), [lanes, ...shape]);
  const batches = Array.from({ length: cycle }, (_, at) => {
    const rows = starts.map((start) => start.rows(at));
    const [width, tasks] = [places[0]?.inputs ?? 0, places.at(-1)?.outputs ?? 0];
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
  const flat = starts.map(({ layers }) => layers.flatMap(({ weights, biases }) => [...weights, ...biases]));
  let state: readonly tf.Tensor[] = [
    stack(
      flat.map((values) => Float32Array.from(values)),
      [columns],
    ),
    tf.zeros([lanes, columns]),
    tf.zeros([lanes, columns]),
  ];
  // Made once: on graphics cards every number in an expression would be an upload of its own.
  const constants = {
    share: tf.scalar(2 / batch),
    decay1: tf.scalar(BETA_1),
    rest1: tf.scalar(1 - BETA_1),
    decay2: tf.scalar(BETA_2),
    rest2: tf.scalar(1 - BETA_2),
  };
  let time = 0;

  const part = (theta: tf.Tensor, from: number, shape: readonly [number, number]): tf.Tensor =>
    tf.reshape(tf.slice(theta, [0, from], [lanes, shape[0] * shape[1]]), [lanes, ...shape]);

  function gradient(theta: tf.Tensor, inputs: tf.Tensor, targets: tf.Tensor): tf.Tensor {
    const activations = [inputs];
    const weights = places.map((place) => part(theta, place.weights, [place.inputs, place.outputs]));
    let hidden = inputs;
    places.forEach((place, depth) => {
      const sum = tf.add(tf.matMul(hidden, weights[depth] ?? hidden), part(theta, place.biases, [1, place.outputs]));
      hidden = depth < places.length - 1 ? tf.relu(sum) : sum;
      activations.push(hidden);
    });
    const gradients: tf.Tensor[] = [];
    let delta = tf.mul(tf.sub(hidden, targets), constants.share);
    for (let depth = places.length - 1; depth >= 0; depth--) {
      const [before, weight, place] = [activations[depth], weights[depth], places[depth]];
      if (!before || !weight || !place) throw new RangeError('a layer is missing');
      const ofWeights = tf.reshape(tf.matMul(before, delta, true, false), [lanes, place.inputs * place.outputs]);
      gradients.unshift(ofWeights, tf.sum(delta, 1));
      if (depth > 0) delta = tf.mul(tf.matMul(delta, weight, false, true), tf.step(before));
    }
    return tf.concat(gradients, 1);
  }

  function step(): void {
    const rows = batches[time % cycle];
    const [theta, first, second] = state;
    if (!rows || !theta || !first || !second) throw new RangeError('the networks have been disposed of');
    time++;
    const correction = Math.sqrt(1 - BETA_2 ** time);
    const next = tf.tidy(() => {
      const slope = gradient(theta, rows.inputs, rows.targets);
      const mean = tf.add(tf.mul(first, constants.decay1), tf.mul(slope, constants.rest1));
      const square = tf.add(tf.mul(second, constants.decay2), tf.mul(tf.square(slope), constants.rest2));
      const direction = tf.div(mean, tf.add(tf.sqrt(square), EPSILON * correction));
      const rate = (learningRate * correction) / (1 - BETA_1 ** time);
      return [tf.sub(theta, tf.mul(direction, rate)), mean, square];
    });
    tf.dispose([theta, first, second]);
    state = next;
  }

  return {
    advance(steps) {
      for (let k = 0; k < steps; k++) step();
    },
    async settle() {
      const [theta] = state;
      if (!theta) return;
      // One number waits for everything queued before it.
      const first = tf.tidy(() => tf.slice(theta, [0, 0], [1, 1]));
      await first.data();
      first.dispose();
    },
    async weights(lane) {
      const values = await state[0]?.data();
      const row = Float32Array.from(values ?? []).subarray(lane * columns, (lane + 1) * columns);
      return places.map(({ inputs, outputs, weights, biases, end }) => ({
        inputs,
        outputs,
        weights: row.slice(weights, biases),
        biases: row.slice(biases, end),
      }));
    },
    dispose() {
      tf.dispose([
        ...state,
        ...Object.values(constants),
        ...batches.flatMap(({ inputs, targets }) => [inputs, targets]),
      ]);
      state = [];
    },
  };
}

function layOut(layers: readonly DenseWeights[]): readonly Place[] {
  let column = 0;
  return layers.map(({ inputs, outputs }) => {
    const weights = column;
    const biases = weights + inputs * outputs;
    column = biases + outputs;
    return { inputs, outputs, weights, biases, end: column };
  });
}
