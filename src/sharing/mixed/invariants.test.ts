/** What must hold of every network whose towers exchange activations, whatever it learns. */
import { tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { mixedParameterCount } from '../../spec/mixedParameters';
import { mixedReadout, mixingWidth } from '../../spec/mixedReadout';
import { constant } from '../../tensor/tape';
import { useBackend } from '../../training/testing/backends';
import { mixedNetwork } from './registry';
import { columnsOf } from './sections';
import {
  INPUTS,
  inputRows,
  noisyWeights,
  outputsOf,
  ROWS,
  SCHEMES,
  setting,
  valuesOf,
  withNetwork,
} from './testing/smallNetworks';

beforeAll(() => useBackend('cpu'));

const TASKS = 3;
/** Numbers of one task's outputs. */
const BLOCK = ROWS * 2;

describe.each(Object.entries(SCHEMES))('%s', (_, scheme) => {
  it('gives the same outputs for common inputs in one view and in one view per task', async () => {
    await withNetwork(scheme, setting(), async (network) => {
      const theta = [noisyWeights(network, 1), noisyWeights(network, 2)];
      const inputs = inputRows(2, TASKS, true);
      const cheap = await outputsOf(network, TASKS, theta, inputs, true);
      const general = await outputsOf(network, TASKS, theta, inputs, false);
      cheap.forEach((value, i) => expect(general[i]).toBeCloseTo(value, 6));
    });
  });

  it("a task's outputs depend on its own inputs alone", async () => {
    await withNetwork(scheme, setting(), async (network) => {
      const theta = [noisyWeights(network, 3)];
      const inputs = inputRows(1, TASKS, false);
      const changed = inputs.map((x, i) => (Math.floor(i / (ROWS * INPUTS)) === 1 ? x + 1 : x));
      const before = await outputsOf(network, TASKS, theta, inputs, false);
      const after = await outputsOf(network, TASKS, theta, changed, false);
      expect(after.slice(0, BLOCK)).toEqual(before.slice(0, BLOCK));
      expect(after.slice(2 * BLOCK)).toEqual(before.slice(2 * BLOCK));
      expect(after.slice(BLOCK, 2 * BLOCK)).not.toEqual(before.slice(BLOCK, 2 * BLOCK));
    });
  });

  it('a network does not depend on its company, to the last bit', async () => {
    await withNetwork(scheme, setting(), async (network) => {
      const theta = [1, 2, 3].map((seed) => noisyWeights(network, seed));
      const inputs = inputRows(3, TASKS, false);
      const together = await outputsOf(network, TASKS, theta, inputs, false);
      const size = TASKS * ROWS * INPUTS;
      const apart = await outputsOf(network, TASKS, theta.slice(1, 2), inputs.slice(size, 2 * size), false);
      expect(apart).toEqual(together.slice(TASKS * BLOCK, 2 * TASKS * BLOCK));
    });
  });

  it('has exactly as many numbers as the description counts', () => {
    for (const [outputs, trunk] of [
      [
        [2, 2, 2],
        [4, 4],
      ],
      [[1, 3], [6]],
      [
        [2, 1, 4, 1],
        [4, 4, 4],
      ],
    ] as const) {
      const of = setting(outputs, trunk);
      const network = mixedNetwork(scheme, of);
      const widest = Math.max(...outputs);
      const features = scheme.kind === 'experts' ? scheme.units : trunk[0] * (scheme.kind === 'shared-private' ? 2 : 1);
      const lacking = outputs.reduce((sum, width) => sum + (widest - width) * (features + 1), 0);
      expect(mixedParameterCount(scheme, of.model, INPUTS, of.shapes)).toBe(network.columns - lacking);
      expect(columnsOf(network.sections)).toBe(network.columns);
      network.dispose();
    }
  });

  it('starts the same for a seed, differently for another, and without outputs that a task lacks', async () => {
    await withNetwork(scheme, setting([1, 2, 1]), async (network) => {
      expect(network.initial(5)).toEqual(network.initial(5));
      expect(network.initial(5)).not.toEqual(network.initial(6));
      const outputs = await outputsOf(network, TASKS, [network.initial(5)], inputRows(1, TASKS, false), false);
      for (const task of [0, 2]) {
        const second = outputs.slice(task * BLOCK, (task + 1) * BLOCK).filter((__, i) => i % 2 === 1);
        expect(second.every((value) => value === 0)).toBe(true);
      }
      expect(outputs.some((value) => Math.abs(value) > 0.01)).toBe(true);
    });
  });

  it('shows as many mixing numbers as it describes', async () => {
    const of = setting();
    await withNetwork(scheme, of, async (network) => {
      const expected = mixingWidth(mixedReadout(scheme, of.model, TASKS));
      const { mixing } = network;
      if (!mixing) {
        expect(expected).toBe(0);
        return;
      }
      const numbers = await valuesOf(() =>
        mixing({
          theta: constant(tensor(noisyWeights(network, 1), [1, network.columns])),
          inputs: tensor(inputRows(1, TASKS, false), [TASKS, ROWS, INPUTS]),
          common: false,
          rowWeights: tensor(new Float32Array(TASKS).fill(1 / ROWS), [TASKS, 1, 1]),
        }),
      );
      expect(numbers).toHaveLength(expected);
      if (scheme.kind !== 'experts') return;
      const experts = scheme.experts + scheme.ownExperts;
      for (let row = 0; row < numbers.length / experts; row++) {
        const shares = numbers.slice(row * experts, (row + 1) * experts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
        expect(shares.every((share) => share > 0)).toBe(true);
      }
    });
  });
});

it('refuses what does not fit the model, by name', () => {
  const flat = setting([1, 1], []);
  for (const scheme of Object.values(SCHEMES)) expect(() => mixedNetwork(scheme, flat)).toThrow(/trunk/);
  const sluice = SCHEMES['sluice, two subspaces'];
  if (!sluice) throw new Error('no sluice');
  expect(() => mixedNetwork(sluice, setting([1, 1], [4, 6]))).toThrow(/equally wide/);
  expect(() => mixedNetwork(sluice, setting([1, 1], [5, 5]))).toThrow(/subspaces/);
  const experts = { kind: 'experts', gating: 'task', experts: 2, ownExperts: 0, units: 3, levels: 1 } as const;
  expect(() => mixedNetwork({ ...experts, levels: 2 }, setting())).toThrow(/ple/);
  expect(() => mixedNetwork({ ...experts, gating: 'ple' }, setting())).toThrow(/at least one/);
});
