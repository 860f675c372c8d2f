/**
 * The discriminator's side of adversarial training: its rows and the slots of its optimizer, and several steps of its own
 * before each step of the network. It uses the optimizer of the experiment at a constant rate; its steps are numbered
 * step * k, ..., step * k + k - 1, so that bias corrections follow from the step and a resumed run has only tensors to restore.
 */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Adversary } from '../sharing/mixed/adversary';
import type { TrainingSpec } from '../spec/experiment';
import { reshape } from '../tensor/kernels';
import type { Node, Root } from '../tensor/tape';
import type { Optimizer } from './optimizers/optimizer';
import { createRateTable, type RateTable } from './rateTable';

export interface DiscriminatorGame {
  /** Rows [L, columns] and the slots of step 0. */
  initial(seeds: readonly number[]): readonly Tensor[];
  /** Call outside of tidy, before {@link train}. */
  prepare(step: number): void;
  /** The state after the discriminator's steps on the shared features [L, T, n, h] of this step. */
  train(step: number, state: readonly Tensor[], shared: Tensor, rowWeights: Tensor): readonly Tensor[];
  /** What the network gets from the discriminator's rows; see {@link Adversary}. */
  root(rows: Tensor, shared: Node, rowWeights: Tensor): Root;
  dispose(): void;
}

/** @param optimizer the experiment's; the game does not own it. */
export function createDiscriminatorGame(
  adversary: Adversary,
  training: TrainingSpec,
  optimizer: Optimizer,
): DiscriminatorGame {
  const { columns, steps, rate } = adversary;
  const constantRate: TrainingSpec = { ...training, schedule: { kind: 'constant' } };
  const tables = Array.from({ length: steps }, (_, inner): RateTable => {
    const numbered: Optimizer = {
      ...optimizer,
      rateFactor: (step) => optimizer.rateFactor(step * steps + inner),
      epsilon: (step) => optimizer.epsilon(step * steps + inner),
    };
    return createRateTable(constantRate, numbered, () => [{ learningRate: rate, restartedAt: 0 }]);
  });
  return {
    initial(seeds) {
      const host = new Float32Array(seeds.length * columns);
      seeds.forEach((seed, lane) => host.set(adversary.initial(seed), lane * columns));
      const shape: [number, number] = [seeds.length, columns];
      const slots = Array.from({ length: optimizer.slots }, () => tensor(new Float32Array(host.length), shape));
      return [tensor(host, shape), ...slots];
    },
    prepare(step) {
      for (const table of tables) table.prepare(step);
    },
    train(step, state, shared, rowWeights) {
      const lanes = shared.shape[0];
      const cube = (part: Tensor): Tensor => reshape(part, [lanes, 1, columns]);
      const flat = (part: Tensor): Tensor => reshape(part, [lanes, columns]);
      return tables.reduce((now, table) => {
        const [rows, ...slots] = now;
        if (!rows) throw new RangeError('the discriminator has no weights');
        const gradient = adversary.gradient(rows, shared, rowWeights);
        const at = table.at(step);
        return optimizer.update(cube(rows), cube(gradient), slots.map(cube), at.rate, at.epsilon).map(flat);
      }, state);
    },
    root: (rows, shared, rowWeights) => adversary.root(rows, shared, rowWeights),
    dispose() {
      for (const table of tables) table.dispose();
    },
  };
}
