/** Trained linear networks against closed forms: soft ridge, pooled least squares, and their limits. */
import { beforeAll, describe, expect, it } from 'vitest';
import { pooledLeastSquares, softRidge, taskMoments } from '../numeric/softRidge';
import { drawSuite } from '../tasks/drawSuite';
import { trainersOn, type CreateTestTrainer } from './testing/engines';
import { arm, LINEAR_PAIR, smallSpec, soft } from './testing/smallSpec';
import { weightsAt } from './testing/trainTo';

let createTrainer: CreateTestTrainer;

/** Moments of a task with a column of ones, since the networks have a bias. */
function moments(seed: number) {
  return drawSuite(LINEAR_PAIR, seed).tasks.map(({ train }) => {
    const augmented = new Float64Array(train.rows * 4);
    for (let row = 0; row < train.rows; row++) {
      for (let i = 0; i < 3; i++) augmented[row * 4 + i] = train.inputs[row * 3 + i] ?? 0;
      augmented[row * 4 + 3] = 1;
    }
    return taskMoments(augmented, train.targets);
  });
}

const training = {
  steps: 6000,
  batch: null,
  optimizer: { kind: 'sgd' },
  schedule: { kind: 'constant' },
} as const;

async function minimiser(scheme: Parameters<typeof arm>[1], seed: number, rate = 0.1): Promise<Float32Array> {
  const spec = smallSpec({
    arms: [arm('x', scheme, 2, rate)],
    seeds: [seed],
    training,
    evaluation: { every: 6000, gradients: false, probes: [] },
  });
  const trainer = createTrainer(spec);
  const weights = await weightsAt(trainer, training.steps);
  trainer.dispose();
  return weights;
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expected.forEach((value, i) => expect(Math.abs((actual[i] ?? NaN) - value)).toBeLessThan(tolerance));
}

describe.each(['cpu', 'simd'] as const)('on %s', (engine) => {
  beforeAll(async () => {
    createTrainer = await trainersOn(engine);
  });

  describe('plain gradient descent ends where the closed form says', () => {
    it.each([0, 0.01, 0.1, 0.5])('soft sharing in the gradient, lambda %f', async (lambda) => {
      const expected = softRidge(moments(3), { lambda }).flatMap((w) => [...w]);
      expectClose(await minimiser(soft(lambda), 3), expected, 2e-5);
    });

    it.each([0.01, 0.5, 3, 1e3, 1e6])('soft sharing by the safe step, lambda %f', async (lambda) => {
      const expected = softRidge(moments(3), { lambda }).flatMap((w) => [...w]);
      expectClose(await minimiser(soft(lambda, { coupling: 'proximal' }), 3), expected, 5e-5);
    });

    it('penalty to the mean with weight lambda is pairwise with lambda / T', async () => {
      const expected = softRidge(moments(4), { lambda: 0.2 }).flatMap((w) => [...w]);
      expectClose(await minimiser(soft(0.4, { penalty: 'mean' }), 4), expected, 2e-5);
    });

    it('full sharing is pooled least squares', async () => {
      const pooled = [...pooledLeastSquares(moments(5))];
      expectClose(
        await minimiser({ kind: 'hard', sharedLayers: 1, groups: null }, 5, 0.05),
        [...pooled, ...pooled],
        2e-5,
      );
    });

    it.each([0, 1, 2 ** 32 - 1])('holds at the ends of the range of seeds: %i', async (seed) => {
      const expected = softRidge(moments(seed), { lambda: 0.1 }).flatMap((w) => [...w]);
      expectClose(await minimiser(soft(0.1), seed), expected, 2e-5);
    });
  });

  describe('between alone and hard', () => {
    it('a huge lambda follows hard sharing at 1/T of the rate, step by step', async () => {
      const spec = smallSpec({
        arms: [
          arm('hard', { kind: 'hard', sharedLayers: 1, groups: null }, 2, 0.05),
          arm('soft', soft(1e6, { coupling: 'proximal' }), 2, 0.1),
        ],
        seeds: [1, 2, 3],
      });
      const trainer = createTrainer(spec);
      const weights = await weightsAt(trainer, 50);
      const half = weights.length / 2;
      for (let i = 0; i < half; i++) {
        expect(Math.abs((weights[i] ?? NaN) - (weights[half + i] ?? NaN))).toBeLessThan(2e-5);
      }
      trainer.dispose();
    });
  });
});
