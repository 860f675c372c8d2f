/** The discriminator, the reversed gradient, and the orthogonality of shared-private networks. */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SharedPrivateScheme } from '../../spec/scheme';
import { mul } from '../../tensor/kernels';
import { backward, constant, createTape, variable } from '../../tensor/tape';
import { useBackend } from '../../training/testing/backends';
import { createAdversary } from './adversary';
import { mixedNetwork } from './registry';
import { draw, INPUTS, inputRows, noisyWeights, ROWS, setting, valuesOf, withSection } from './testing/smallNetworks';

beforeAll(() => useBackend('cpu'));

const TASKS = 3;
const WIDTH = 4;
const ADVERSARIAL: SharedPrivateScheme = {
  kind: 'shared-private',
  adversary: 0.7,
  discriminatorSteps: 1,
  discriminatorRate: 0.1,
  orthogonality: 0,
};

/** Cross-entropy of the discriminator in doubles: the mean over tasks of the mean over the rows with weight. */
function crossEntropy(rows: Float32Array, features: Float32Array, weights: Float32Array): number {
  let total = 0;
  for (let row = 0; row < TASKS * ROWS; row++) {
    const task = Math.floor(row / ROWS);
    const scores = [0, 1, 2].map((c) => {
      let score = rows[WIDTH * TASKS + c] ?? NaN;
      for (let i = 0; i < WIDTH; i++) score += (features[row * WIDTH + i] ?? NaN) * (rows[i * TASKS + c] ?? NaN);
      return score;
    });
    const largest = Math.max(...scores);
    const sum = scores.reduce((all, score) => all + Math.exp(score - largest), 0);
    total += ((weights[row] ?? NaN) / TASKS) * (Math.log(sum) + largest - (scores[task] ?? NaN));
  }
  return total;
}

/** Slope at number `at`, by extrapolated central differences. */
function slope(values: Float32Array, at: number, objective: (moved: Float32Array) => number): number {
  const central = (width: number): number => {
    const moved = (shift: number): number => {
      const copy = Float32Array.from(values);
      copy[at] = (values[at] ?? 0) + shift;
      return objective(copy);
    };
    return (moved(width) - moved(-width)) / (2 * width);
  };
  return (4 * central(0.02) - central(0.04)) / 3;
}

describe('the discriminator', () => {
  const rows = draw(WIDTH * TASKS + TASKS, 100);
  const features = draw(TASKS * ROWS * WIDTH, 200);
  // Task 2 has two rows less.
  const weights = Float32Array.from({ length: TASKS * ROWS }, (_, i) =>
    i < 2 * ROWS ? 1 / ROWS : i % ROWS < ROWS - 2 ? 1 / (ROWS - 2) : 0,
  );
  const asTensors = (): { rows: Tensor; features: Tensor; weights: Tensor } => ({
    rows: tensor(rows, [1, rows.length]),
    features: tensor(features, [1, TASKS, ROWS, WIDTH]),
    weights: tensor(weights, [TASKS, ROWS, 1]),
  });

  it('follows the gradient of its cross-entropy, rows without weight left out', async () => {
    const adversary = createAdversary(ADVERSARIAL, TASKS, WIDTH);
    const exact = await valuesOf(() => {
      const given = asTensors();
      return adversary.gradient(given.rows, given.features, given.weights);
    });
    rows.forEach((_, i) => {
      const numeric = slope(rows, i, (moved) => crossEntropy(moved, features, weights));
      expect(Math.abs(numeric - (exact[i] ?? NaN))).toBeLessThan(2e-6);
    });
    adversary.dispose();
  });

  it('sends the features the gradient of the same loss, times -lambda', async () => {
    const adversary = createAdversary(ADVERSARIAL, TASKS, WIDTH);
    const reversed = await valuesOf(() => {
      const given = asTensors();
      const leaf = variable(createTape(), given.features);
      return backward([adversary.root(given.rows, leaf, given.weights)], leaf) ?? tensor([NaN]);
    });
    features.forEach((_, i) => {
      const numeric = slope(features, i, (moved) => crossEntropy(rows, moved, weights));
      expect(Math.abs(-0.7 * numeric - (reversed[i] ?? NaN))).toBeLessThan(2e-6);
    });
    expect(reversed.some((value) => Math.abs(value) > 0.01)).toBe(true);
    adversary.dispose();
  });

  it('cannot do better than log T on features that say nothing', () => {
    expect(crossEntropy(new Float32Array(rows.length), features, weights)).toBeCloseTo(Math.log(TASKS), 6);
  });
});

describe('shared-private networks', () => {
  /** Gradient with respect to theta of <cotangent, outputs> plus whatever the scheme adds. */
  async function gradient(scheme: SharedPrivateScheme): Promise<Float32Array> {
    const network = mixedNetwork(scheme, setting());
    const theta = noisyWeights(network, 1);
    const opponent = draw(WIDTH * TASKS + TASKS, 300);
    const result = await valuesOf(() => {
      const leaf = variable(createTape(), tensor(theta, [1, network.columns]));
      const inputs = tensor(inputRows(1, TASKS, false), [TASKS, ROWS, INPUTS]);
      const rowWeights = tensor(new Float32Array(TASKS).fill(1 / ROWS), [TASKS, 1, 1]);
      const pass = network.forward({ theta: leaf, inputs, common: false, rowWeights });
      const cotangent = tensor(draw(TASKS * ROWS * 2, 400), pass.outputs.value.shape);
      const roots = [{ node: pass.outputs, cotangent }, ...pass.penalties];
      if (network.adversary && pass.shared) {
        roots.push(network.adversary.root(tensor(opponent, [1, opponent.length]), pass.shared, rowWeights));
      }
      return backward(roots, leaf) ?? tensor([NaN]);
    });
    network.dispose();
    return result;
  }

  it('lambda = gamma = 0 is the plain network, and the adversary adds exactly lambda times its reversed gradient', async () => {
    const plain = await gradient({ ...ADVERSARIAL, adversary: 0 });
    const weak = await gradient({ ...ADVERSARIAL, adversary: 0.5 });
    const strong = await gradient({ ...ADVERSARIAL, adversary: 1.5 });
    const trunk = 3 * 4 + 4 + 4 * 4 + 4;
    expect(weak.slice(0, trunk)).not.toEqual(plain.slice(0, trunk));
    // Private trunks and heads do not see the adversary.
    expect(weak.slice(trunk)).toEqual(plain.slice(trunk));
    plain.forEach((value, i) => {
      const [one, three] = [(weak[i] ?? NaN) - value, (strong[i] ?? NaN) - value];
      expect(three).toBeCloseTo(3 * one, 5);
    });
  });

  it('the penalty is zero exactly when shared and private features are orthogonal over the rows', async () => {
    const of = setting([1, 1], [2], 'linear');
    const network = mixedNetwork({ ...ADVERSARIAL, adversary: 0, orthogonality: 2 }, of);
    // Two inputs that are orthogonal over the rows, and a third that is not.
    const pattern = [1, 1, 1, 1, -1, 0, 2, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0];
    const inputs = Float32Array.from([...pattern, ...pattern]);
    const unit = (input: number) => (i: number) => (i === input * 2 ? 1 : 0);
    const penalty = async (privateInput: number): Promise<number> => {
      const shared = withSection(network, network.initial(1), 'shared', unit(0));
      const row = withSection(network, shared, 'private', (i) => unit(privateInput)(i % 8));
      const halves = await valuesOf(() => {
        const { penalties } = network.forward({
          theta: constant(tensor(row, [1, network.columns])),
          inputs: tensor(inputs, [2, ROWS, INPUTS]),
          common: false,
          rowWeights: tensor([1 / ROWS, 1 / ROWS], [2, 1, 1]),
        });
        const [only] = penalties;
        return only ? mul(only.node.value, only.cotangent) : tensor([NaN]);
      });
      return halves.reduce((sum, value) => sum + value / 2, 0);
    };
    expect(await penalty(1)).toBe(0);
    // First with third input: the products 1 + 0 + 2 over six rows, squared, times gamma, for two tasks.
    expect(await penalty(2)).toBeCloseTo(2 * 2 * (3 / 6) ** 2, 6);
    network.dispose();
  });
});
