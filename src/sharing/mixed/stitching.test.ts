/** Cross-stitch and sluice networks at the settings where they are something simpler. */
import { tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { mul } from '../../tensor/kernels';
import { constant } from '../../tensor/tape';
import { initialWeights } from '../../training/initialWeights';
import { towerLayout } from '../../training/layout';
import { useBackend } from '../../training/testing/backends';
import { mixedNetwork } from './registry';
import {
  INPUTS,
  inputRows,
  noisyWeights,
  outputsOf,
  plainOutputs,
  ROWS,
  sectionOf,
  setting,
  valuesOf,
  withNetwork,
  withSection,
} from './testing/smallNetworks';

beforeAll(() => useBackend('cpu'));

const STITCH = { kind: 'cross-stitch', same: 0.8, rateFactor: 1 } as const;
const SLUICE = { kind: 'sluice', subspaces: 2, same: 0.8, rateFactor: 1, orthogonality: 1 } as const;

/** alpha of a layer with `channels` channels per pair of tasks, everywhere on the diagonal. */
const identity = (tasks: number, channels: number) => (i: number) =>
  (Math.floor(i / channels) % (tasks * tasks)) % (tasks + 1) === 0 ? 1 : 0;

describe('cross-stitch', () => {
  it.each([true, false])(
    'with alpha = identity is plain towers to the last bit (common inputs: %s)',
    async (common) => {
      const of = setting([1, 2, 1], [4, 5], 'relu');
      await withNetwork(STITCH, of, async (network) => {
        const start = noisyWeights(network, 1);
        // Layers of 4 and of 5 channels, 9 pairs each.
        const row = withSection(network, start, 'stitches', (i) =>
          i < 36 ? identity(3, 4)(i) : identity(3, 5)(i - 36),
        );
        const inputs = inputRows(1, 3, common);
        const mixed = await outputsOf(network, 3, [row], inputs, common);
        expect(mixed).toEqual(await plainOutputs(of, sectionOf(network, row, 'towers'), inputs));
        expect(mixed).not.toEqual(await outputsOf(network, 3, [start], inputs, common));
      });
    },
  );

  it('starts with the towers of plain networks and rows of alpha that sum to 1', async () => {
    const of = setting();
    await withNetwork(STITCH, of, (network) => {
      const row = network.initial(9);
      const layout = towerLayout(of.model, INPUTS, of.shapes);
      expect(sectionOf(network, row, 'towers')).toEqual(initialWeights(layout, 9, 'own'));
      const alpha = sectionOf(network, row, 'stitches');
      for (let task = 0; task < 3; task++) {
        const perPair = [0, 1, 2].map((from) => alpha[(task * 3 + from) * 4] ?? NaN);
        expect(perPair.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
        expect(perPair[task]).toBeCloseTo(0.8, 6);
      }
      return Promise.resolve();
    });
  });

  it('with one alpha everywhere all towers have the same features', async () => {
    const of = setting([2, 2, 2]);
    await withNetwork(STITCH, of, async (network) => {
      const start = withSection(network, noisyWeights(network, 2), 'stitches', () => 1 / 3);
      const towers = sectionOf(network, start, 'towers');
      const size = towers.length / 3;
      // Equal heads: 4 x 2 weights and 2 biases at the end of every tower.
      const equal = withSection(network, start, 'towers', (i) => towers[i % size >= size - 10 ? i % size : i] ?? NaN);
      const outputs = await outputsOf(network, 3, [equal], inputRows(1, 3, true), true);
      const block = outputs.length / 3;
      expect(outputs.slice(block, 2 * block)).toEqual(outputs.slice(0, block));
      expect(outputs.slice(2 * block)).toEqual(outputs.slice(0, block));
    });
  });

  it('a permutation of the tasks permutes alpha', async () => {
    const of = setting([2, 2, 2], [4]);
    const order = [2, 0, 1];
    const at = (task: number): number => order[task] ?? NaN;
    await withNetwork(STITCH, of, async (network) => {
      const row = noisyWeights(network, 3);
      const towers = sectionOf(network, row, 'towers');
      const alpha = sectionOf(network, row, 'stitches');
      const size = towers.length / 3;
      const moved = withSection(
        network,
        row,
        'towers',
        (i) => towers[at(Math.floor(i / size)) * size + (i % size)] ?? NaN,
      );
      const permuted = withSection(network, moved, 'stitches', (i) => {
        const pair = Math.floor(i / 4);
        return alpha[(at(Math.floor(pair / 3)) * 3 + at(pair % 3)) * 4 + (i % 4)] ?? NaN;
      });
      const inputs = inputRows(1, 3, false);
      const rows = ROWS * INPUTS;
      const before = await outputsOf(network, 3, [row], inputs, false);
      const inOrder = inputs.map((_, i) => inputs[at(Math.floor(i / rows)) * rows + (i % rows)] ?? NaN);
      const after = await outputsOf(network, 3, [permuted], inOrder, false);
      const block = before.length / 3;
      after.forEach((value, i) => {
        expect(value).toBeCloseTo(before[at(Math.floor(i / block)) * block + (i % block)] ?? NaN, 5);
      });
    });
  });
});

describe('sluice', () => {
  it.each([1, 2] as const)(
    'with alpha = identity and beta on the last layer is plain towers, %i subspaces',
    async (s) => {
      const of = setting([1, 2, 1], [4, 4], 'relu');
      for (const common of [true, false]) {
        await withNetwork({ ...SLUICE, subspaces: s }, of, async (network) => {
          const blocks = 3 * s;
          const mixed = withSection(network, noisyWeights(network, 4), 'alpha', identity(blocks, 1));
          const row = withSection(network, mixed, 'beta', (i) => (i < 3 ? 0 : 1));
          const inputs = inputRows(1, 3, common);
          const outputs = await outputsOf(network, 3, [row], inputs, common);
          expect(outputs).toEqual(await plainOutputs(of, sectionOf(network, row, 'towers'), inputs));
        });
      }
    },
  );

  it('mixes the subspaces that alpha names', async () => {
    // Task 0 takes its second subspace from the first of task 1: with linear layers, weights can be moved by hand.
    const of = setting([2, 2], [4], 'linear');
    await withNetwork(SLUICE, of, async (network) => {
      const swapped = [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1];
      const start = withSection(network, noisyWeights(network, 5), 'beta', () => 1);
      const row = withSection(network, start, 'alpha', (i) => swapped[i] ?? NaN);
      const towers = sectionOf(network, row, 'towers');
      const size = towers.length / 2;
      // Trunk: 3 x 4 weights, then 4 biases. Units 2 and 3 of task 0 become units 0 and 1 of task 1.
      const byHand = towers.map((value, i) => {
        const unit = i % 4;
        return i < 16 && unit >= 2 ? (towers[size + i - 2] ?? NaN) : value;
      });
      const inputs = inputRows(1, 2, true);
      const outputs = await outputsOf(network, 2, [row], inputs, true);
      const expected = await plainOutputs(of, byHand, inputs);
      outputs.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 6));
    });
  });

  it('the penalty is zero exactly when the subspaces are orthogonal, and grows with the square of the overlap', async () => {
    const of = setting([1, 1], [2], 'tanh');
    const network = mixedNetwork({ ...SLUICE, orthogonality: 0.5 }, of);
    const penalty = async (overlap: number): Promise<number> => {
      // Per task 3 x 2 weights: unit 0 reads the first input, unit 1 the second and a little of the first.
      const row = withSection(network, network.initial(1), 'towers', (i) => {
        const column = i % (6 + 2 + 2 + 1);
        return column === 0 ? 1 : column === 1 ? overlap : column === 3 ? 2 : 0;
      });
      const halves = await valuesOf(() => {
        const { penalties } = network.forward({
          theta: constant(tensor(row, [1, network.columns])),
          inputs: tensor(inputRows(1, 2, true), [2, ROWS, INPUTS]),
          common: true,
          rowWeights: null,
        });
        const [only] = penalties;
        return only ? mul(only.node.value, only.cotangent) : tensor([NaN]);
      });
      return halves.reduce((sum, value) => sum + value / 2, 0);
    };
    expect(await penalty(0)).toBe(0);
    // c * sum over two tasks of overlap^2
    expect(await penalty(0.5)).toBeCloseTo(0.5 * 2 * 0.25, 6);
    expect(await penalty(1)).toBeCloseTo(0.5 * 2, 6);
    network.dispose();
  });

  it('starts with rows of alpha that sum to 1 and a balanced beta', async () => {
    await withNetwork(SLUICE, setting(), (network) => {
      const alpha = sectionOf(network, network.initial(1), 'alpha');
      for (let row = 0; row < 12; row++) {
        const sum = alpha.slice(row * 6, row * 6 + 6).reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(1, 6);
        expect(alpha[row * 6 + (row % 6)]).toBeCloseTo(0.8, 6);
      }
      expect([...sectionOf(network, network.initial(1), 'beta')]).toEqual(Array(6).fill(0.5));
      return Promise.resolve();
    });
  });
});
