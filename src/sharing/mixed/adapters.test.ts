/** Low-rank adapters: hard sharing before, one corrected trunk per task after. */
import { tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { constant } from '../../tensor/tape';
import { initialWeights } from '../../training/initialWeights';
import { towerLayout } from '../../training/layout';
import { useBackend } from '../../training/testing/backends';
import { sectionRange } from './sections';
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
} from './testing/smallNetworks';

beforeAll(() => useBackend('cpu'));

const SCHEME = { kind: 'adapters', rank: 2, trunkSteps: 5 } as const;
const TASKS = 3;
/** Trunk 3 -> 4 -> 4, A and B of rank 2 per layer. */
const TRUNK = 3 * 4 + 4 + 4 * 4 + 4;
const ADAPTER = 2 * (3 + 4) + 2 * (4 + 4);

/** W + A B of one task by hand; all indices row-major. */
function corrected(trunk: Float32Array, adapter: Float32Array): Float32Array {
  const result = Float32Array.from(trunk);
  const layers = [
    { begin: 0, from: 0, inputs: 3 },
    { begin: 16, from: 14, inputs: 4 },
  ];
  for (const { begin, from, inputs } of layers) {
    for (let i = 0; i < inputs; i++) {
      for (let j = 0; j < 4; j++) {
        for (let r = 0; r < 2; r++) {
          const product = (adapter[from + i * 2 + r] ?? NaN) * (adapter[from + inputs * 2 + r * 4 + j] ?? NaN);
          result[begin + i * 4 + j] = (result[begin + i * 4 + j] ?? NaN) + product;
        }
      }
    }
  }
  return result;
}

describe('adapters', () => {
  const of = setting([1, 2, 1]);

  it('begin as the plain network of the seed, which they do not change', async () => {
    await withNetwork(SCHEME, of, async (network) => {
      const layout = towerLayout(of.model, INPUTS, of.shapes);
      const plain = initialWeights(layout, 4, 'own');
      const inputs = inputRows(1, TASKS, false);
      const outputs = await outputsOf(network, TASKS, [network.initial(4)], inputs, false);
      const expected = await plainOutputs(of, plain, inputs);
      outputs.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 6));
      expect(sectionOf(network, network.initial(4), 'adapters').some((value) => value !== 0)).toBe(true);
    });
  });

  it('give task t the trunk W + A_t B_t', async () => {
    await withNetwork(SCHEME, of, async (network) => {
      const row = noisyWeights(network, 2);
      const trunk = sectionOf(network, row, 'trunk');
      const heads = sectionOf(network, row, 'heads');
      const adapters = sectionOf(network, row, 'adapters');
      const towers = [0, 1, 2].flatMap((task) => [
        ...corrected(trunk, adapters.slice(task * ADAPTER, (task + 1) * ADAPTER)),
        ...heads.slice((task * heads.length) / 3, ((task + 1) * heads.length) / 3),
      ]);
      const inputs = inputRows(1, TASKS, false);
      const expected = await plainOutputs(of, Float32Array.from(towers), inputs);
      const outputs = await outputsOf(network, TASKS, [row], inputs, false);
      outputs.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 5));
    });
  });

  it('move only after the trunk, which then stands still', async () => {
    await withNetwork(SCHEME, of, (network) => {
      const factor = (name: string, phase: number): ReadonlySet<number> => {
        const { begin, end } = sectionRange(network.sections, name);
        return new Set(network.phases[phase]?.rateFactors?.slice(begin, end));
      };
      expect(network.phases.map(({ from }) => from)).toEqual([0, 5]);
      expect([...factor('trunk', 0), ...factor('adapters', 0), ...factor('heads', 0)]).toEqual([1, 0, 1]);
      expect([...factor('trunk', 1), ...factor('adapters', 1), ...factor('heads', 1)]).toEqual([0, 1, 1]);
      return Promise.resolve();
    });
    await withNetwork({ ...SCHEME, trunkSteps: 0 }, of, (network) => {
      expect(network.phases.map(({ from }) => from)).toEqual([0]);
      return Promise.resolve();
    });
  });

  it('show how far each layer of each task has been corrected', async () => {
    await withNetwork(SCHEME, of, async (network) => {
      const row = noisyWeights(network, 3);
      const { mixing } = network;
      const context = (values: Float32Array) => ({
        theta: constant(tensor(values, [1, network.columns])),
        inputs: tensor(inputRows(1, TASKS, true), [TASKS, ROWS, INPUTS]),
        common: true,
        rowWeights: null,
      });
      const shown = await valuesOf(() => mixing?.(context(row)) ?? tensor([NaN]));
      const trunk = sectionOf(network, row, 'trunk');
      const adapters = sectionOf(network, row, 'adapters');
      const norm = (values: Float32Array): number => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));
      for (let task = 0; task < TASKS; task++) {
        const change = corrected(trunk, adapters.slice(task * ADAPTER, (task + 1) * ADAPTER)).map(
          (value, i) => value - (trunk[i] ?? NaN),
        );
        expect(shown[task]).toBeCloseTo(norm(change.slice(0, 12)) / norm(trunk.slice(0, 12)), 4);
        expect(shown[TASKS + task]).toBeCloseTo(norm(change.slice(16, 32)) / norm(trunk.slice(16, 32)), 4);
      }
      expect([...(await valuesOf(() => mixing?.(context(network.initial(1))) ?? tensor([NaN])))]).toEqual(
        Array(6).fill(0),
      );
      expect(trunk).toHaveLength(TRUNK);
    });
  });
});
