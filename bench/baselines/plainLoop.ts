/**
 * The opponent of the benchmark: the way a good tutorial would train one multi-task network with TensorFlow.js.
 * One variable per weight and bias, the tape, `optimizer.minimize`, the loss read every step.
 */
import * as tf from '@tensorflow/tfjs';
import type { Scheme } from '../../src/spec/experiment';

export interface PlainData {
  readonly inputs: Float32Array;
  readonly targets: readonly Float32Array[];
  readonly rows: number;
  readonly width: number;
}

interface Dense {
  readonly kernel: tf.Variable;
  readonly bias: tf.Variable;
}

const dense = (inputs: number, outputs: number, seed: number): Dense => ({
  kernel: tf.variable(tf.randomUniform([inputs, outputs], -0.4, 0.4, 'float32', seed)),
  bias: tf.variable(tf.zeros([outputs])),
});

const apply = (x: tf.Tensor2D, layer: Dense): tf.Tensor2D =>
  tf.add(tf.matMul(x, layer.kernel as unknown as tf.Tensor2D), layer.bias);

/** A network of `tasks` regression tasks on common inputs with two hidden layers of 32, trained by Adam. */
export function createPlainNetwork(scheme: Scheme, data: PlainData, batch: number, seed: number) {
  const tasks = data.targets.length;
  const trunks = Array.from({ length: scheme.kind === 'hard' ? 1 : tasks }, (_, t) => [
    dense(data.width, 32, seed * 100 + 1 + t),
    dense(32, 32, seed * 100 + 21 + t),
  ]);
  const heads = Array.from({ length: tasks }, (_, t) => dense(32, 1, seed * 100 + 41 + t));
  const inputs = tf.tensor2d(data.inputs, [data.rows, data.width]);
  const targets = data.targets.map((values) => tf.tensor2d(values, [data.rows, 1]));
  const optimizer = tf.train.adam(0.01);
  let step = 0;

  function loss(x: tf.Tensor2D, ys: readonly tf.Tensor2D[]): tf.Scalar {
    let total: tf.Scalar = tf.scalar(0);
    ys.forEach((y, task) => {
      let hidden = x;
      for (const layer of trunks[trunks.length === 1 ? 0 : task] ?? []) hidden = tf.relu(apply(hidden, layer));
      const head = heads[task];
      if (head) total = tf.add(total, tf.losses.meanSquaredError(y, apply(hidden, head)));
    });
    if (scheme.kind === 'soft') {
      const [first = [], second = []] = trunks;
      first.forEach((layer, depth) => {
        const other = second[depth];
        if (!other) return;
        const gap = tf.add(
          tf.sum(tf.squaredDifference(layer.kernel, other.kernel)),
          tf.sum(tf.squaredDifference(layer.bias, other.bias)),
        );
        total = tf.add(total, tf.mul(gap, scheme.lambda));
      });
    }
    return total;
  }

  return {
    async step(): Promise<number> {
      const start = (step * batch) % (data.rows - batch + 1);
      step++;
      const value = tf.tidy((): tf.Scalar => {
        const x = tf.slice(inputs, [start, 0], [batch, data.width]);
        const ys = targets.map((y) => tf.slice(y, [start, 0], [batch, 1]));
        // With `true` the loss is returned, never null.
        return optimizer.minimize(() => loss(x, ys), true) as tf.Scalar;
      });
      const [read] = await value.data();
      value.dispose();
      return read ?? NaN;
    },
    dispose(): void {
      for (const layer of [...trunks.flat(), ...heads]) {
        layer.kernel.dispose();
        layer.bias.dispose();
      }
      for (const part of [inputs, ...targets]) part.dispose();
      optimizer.dispose();
    },
  };
}
