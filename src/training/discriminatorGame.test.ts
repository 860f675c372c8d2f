import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAdversary } from '../sharing/mixed/adversary';
import { createDiscriminatorGame } from './discriminatorGame';
import { createOptimizer } from './optimizers/registry';
import { useBackend } from './testing/backends';
import { ADAM } from './testing/smallSpec';

beforeAll(() => useBackend('cpu'));

/** Rows of the discriminator after so many outer steps of `inner` steps each, on features that stand still. */
async function rowsAfter(outer: number, inner: number): Promise<Float32Array> {
  const scheme = { kind: 'shared-private', adversary: 1, orthogonality: 0 } as const;
  const adversary = createAdversary({ ...scheme, discriminatorSteps: inner, discriminatorRate: 0.1 }, 2, 2);
  const optimizer = createOptimizer(ADAM);
  const training = {
    steps: 100,
    batch: null,
    optimizer: ADAM,
    schedule: { kind: 'step', every: 1, factor: 0.5 },
  } as const;
  const game = createDiscriminatorGame(adversary, training, optimizer);
  let state: readonly Tensor[] = game.initial([3]);
  for (let step = 0; step < outer; step++) {
    game.prepare(step);
    const before = state;
    state = tidy(() => {
      const features = tensor([1, 0.5, -1, 0.3, 0.2, -0.4, 0.9, 1.5], [1, 2, 2, 2]);
      return [...game.train(step, before, features, tensor([0.5, 0.5], [2, 1, 1]))].map((part) => part.clone());
    });
    for (const part of before) part.dispose();
  }
  const [rows] = state;
  const values = Float32Array.from((await rows?.data()) as Float32Array);
  for (const part of state) part.dispose();
  game.dispose();
  adversary.dispose();
  optimizer.dispose();
  return values;
}

describe('the discriminator between two steps of the network', () => {
  it('takes its own steps, numbered through, at a constant rate: 3 times 4 are 12 times 1 to the last bit', async () => {
    const rows = await rowsAfter(3, 4);
    expect(rows).toEqual(await rowsAfter(12, 1));
    expect(rows).not.toEqual(await rowsAfter(3, 1));
  });

  it('begins with a step of the learning rate, as a fresh Adam does', async () => {
    const [before, after] = [await rowsAfter(0, 1), await rowsAfter(1, 1)];
    after.forEach((weight, i) => expect(Math.abs(weight - (before[i] ?? NaN))).toBeCloseTo(0.1, 4));
  });
});
