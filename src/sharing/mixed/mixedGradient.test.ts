/** The gradient of every architecture, penalties included, against extrapolated finite differences. */
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MixedScheme } from '../../spec/scheme';
import { backward, constant, createTape, variable } from '../../tensor/tape';
import { useBackend } from '../../training/testing/backends';
import { sectionRange } from './sections';
import {
  draw,
  INPUTS,
  inputRows,
  noisyWeights,
  ROWS,
  SCHEMES,
  setting,
  valuesOf,
  withNetwork,
} from './testing/smallNetworks';

beforeAll(() => useBackend('cpu'));

const TASKS = 3;
const LANES = 2;
/** Columns of each section that are checked. */
const PER_SECTION = 4;

async function check(scheme: MixedScheme, common: boolean): Promise<void> {
  await withNetwork(scheme, setting(), async (network) => {
    const theta = Float32Array.from([3, 4].flatMap((seed) => [...noisyWeights(network, seed)]));
    const inputs = inputRows(LANES, TASKS, common);
    const cotangent = draw(LANES * TASKS * ROWS * 2, 40_000, 0.3);
    const weights = new Float32Array(LANES * TASKS).fill(1 / ROWS);
    const pass = (rows: Float32Array, tracked: boolean) => {
      const value = tensor(rows, [LANES, network.columns]);
      const node = tracked ? variable(createTape(), value) : constant(value);
      const context = { theta: node, inputs: tensor(inputs, [LANES * TASKS, ROWS, INPUTS]), common };
      return { node, ...network.forward({ ...context, rowWeights: tensor(weights, [LANES * TASKS, 1, 1]) }) };
    };
    const gradient = await valuesOf(() => {
      const { node, outputs, penalties } = pass(theta, true);
      const root = { node: outputs, cotangent: tensor(cotangent, outputs.value.shape) };
      return backward([root, ...penalties], node) ?? tensor([NaN]);
    });
    /** <cotangent, outputs> plus the penalties, each half of <its node, its cotangent> because it is a square. */
    async function objective(rows: Float32Array): Promise<number> {
      const pairs = tidy(() => {
        const { outputs, penalties } = pass(rows, false);
        const all = [
          { node: outputs, cotangent: tensor(cotangent, outputs.value.shape), factor: 1 },
          ...penalties.map((root) => ({ ...root, factor: 0.5 })),
        ];
        return all.map((root) => ({ a: root.node.value.clone(), b: root.cotangent.clone(), factor: root.factor }));
      });
      let sum = 0;
      for (const { a, b, factor } of pairs) {
        const [left, right] = [(await a.data()) as Float32Array, (await b.data()) as Float32Array];
        for (let i = 0; i < left.length; i++) sum += factor * (left[i] ?? NaN) * (right[i] ?? NaN);
        a.dispose();
        b.dispose();
      }
      return sum;
    }

    for (const { name } of network.sections) {
      const { begin, end } = sectionRange(network.sections, name);
      let largest = 0;
      for (let k = 0; k < PER_SECTION; k++) {
        const column = begin + Math.floor(((end - begin - 1) * k) / (PER_SECTION - 1));
        const at = (k % LANES) * network.columns + column;
        const shifted = (by: number): Promise<number> => {
          const moved = Float32Array.from(theta);
          moved[at] = (theta[at] ?? 0) + by;
          return objective(moved);
        };
        const slope = async (width: number): Promise<number> =>
          ((await shifted(width)) - (await shifted(-width))) / (2 * width);
        const numeric = (4 * (await slope(0.05)) - (await slope(0.1))) / 3;
        const gap = Math.abs(numeric - (gradient[at] ?? NaN));
        expect(gap, `${name}[${column - begin}]: ${numeric}`).toBeLessThan(2e-4 * Math.max(1, Math.abs(numeric)));
        largest = Math.max(largest, Math.abs(numeric));
      }
      expect(largest, `${name} matters`).toBeGreaterThan(0.003);
    }
  });
}

describe.each(Object.entries(SCHEMES))('%s', (_, scheme) => {
  it('with common inputs', async () => {
    await check(scheme, true);
  });
  it('with inputs of each task', async () => {
    await check(scheme, false);
  });
});
