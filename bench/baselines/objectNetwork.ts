/**
 * A network of objects: one per neuron, one per connection, one sample at a time. This is how the best-known teaching
 * playgrounds are written, because it reads like the picture they show. Written for this benchmark; Adam (Kingma & Ba 2015,
 * algorithm 1) in the paper's form, in doubles, as JavaScript has them.
 */
import type { Batch, DenseWeights } from './startingPoint';

/** A number that is learned, with what Adam remembers of it. */
class Learned {
  private gradient = 0;
  private first = 0;
  private second = 0;

  constructor(public value: number) {}

  collect(derivative: number): void {
    this.gradient += derivative;
  }

  /** @param time 1-based */
  update(rate: number, time: number, samples: number): void {
    const mean = this.gradient / samples;
    this.gradient = 0;
    this.first = 0.9 * this.first + 0.1 * mean;
    this.second = 0.999 * this.second + 0.001 * mean * mean;
    const first = this.first / (1 - 0.9 ** time);
    const second = this.second / (1 - 0.999 ** time);
    this.value -= (rate * first) / (Math.sqrt(second) + 1e-8);
  }
}

interface Connection {
  readonly weight: Learned;
  readonly from: Neuron;
  readonly to: Neuron;
}

class Neuron {
  readonly bias: Learned;
  readonly incoming: Connection[] = [];
  readonly outgoing: Connection[] = [];
  output = 0;
  /** Derivative of the loss by the weighted sum of this neuron. */
  delta = 0;

  constructor(
    bias: number,
    private readonly rectified: boolean,
  ) {
    this.bias = new Learned(bias);
  }

  fire(): void {
    let sum = this.bias.value;
    for (const { weight, from } of this.incoming) sum += weight.value * from.output;
    this.output = this.rectified && sum < 0 ? 0 : sum;
  }

  /** Takes the blame of the neurons it feeds. */
  learnFromFollowers(): void {
    let blame = 0;
    for (const { weight, to } of this.outgoing) blame += weight.value * to.delta;
    this.delta = this.rectified && this.output <= 0 ? 0 : blame;
  }

  collect(): void {
    this.bias.collect(this.delta);
    for (const { weight, from } of this.incoming) weight.collect(this.delta * from.output);
  }
}

export interface ObjectNetwork {
  /** One step of Adam on the sum over outputs of the mean squared error. */
  step(batch: Batch): void;
  weights(): readonly DenseWeights[];
}

/** Hidden layers are rectified, the last one is linear. */
export function createObjectNetwork(start: readonly DenseWeights[], rate: number): ObjectNetwork {
  const inputs = Array.from({ length: start[0]?.inputs ?? 0 }, () => new Neuron(0, false));
  const layers: Neuron[][] = [];
  for (const [depth, { outputs, weights, biases }] of start.entries()) {
    const before = layers.at(-1) ?? inputs;
    const neurons = Array.from(biases, (bias) => new Neuron(bias, depth < start.length - 1));
    for (const [j, to] of neurons.entries()) {
      for (const [i, from] of before.entries()) {
        const connection = { weight: new Learned(weights[i * outputs + j] ?? NaN), from, to };
        to.incoming.push(connection);
        from.outgoing.push(connection);
      }
    }
    layers.push(neurons);
  }
  const outputs = layers.at(-1) ?? [];
  let time = 0;

  function learnFrom(batch: Batch, sample: number): void {
    inputs.forEach((neuron, i) => (neuron.output = batch.inputs[sample * inputs.length + i] ?? NaN));
    for (const layer of layers) for (const neuron of layer) neuron.fire();
    outputs.forEach((neuron, j) => {
      neuron.delta = 2 * (neuron.output - (batch.targets[sample * outputs.length + j] ?? NaN));
    });
    for (const layer of layers.slice(0, -1).reverse()) for (const neuron of layer) neuron.learnFromFollowers();
    for (const layer of layers) for (const neuron of layer) neuron.collect();
  }

  return {
    step(batch) {
      const samples = batch.targets.length / outputs.length;
      for (let sample = 0; sample < samples; sample++) learnFrom(batch, sample);
      time++;
      for (const neuron of layers.flat()) {
        neuron.bias.update(rate, time, samples);
        for (const { weight } of neuron.incoming) weight.update(rate, time, samples);
      }
    },
    weights: () =>
      layers.map((neurons) => ({
        inputs: neurons[0]?.incoming.length ?? 0,
        outputs: neurons.length,
        weights: Float32Array.from(
          (neurons[0]?.incoming ?? []).flatMap((_, i) => neurons.map((to) => to.incoming[i]?.weight.value ?? NaN)),
        ),
        biases: Float32Array.from(neurons, (neuron) => neuron.bias.value),
      })),
  };
}
