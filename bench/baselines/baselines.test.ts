/** The opponents train the very network that the lab trains: same first weights, rows and steps. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/training/createTrainer';
import { useBackend } from '../../src/training/testing/backends';
import { COMPARISON_RATE, cohortSpec, HARD } from '../comparisonCohort';
import { createJaxNetworks } from './jaxNetwork';
import { createObjectNetwork } from './objectNetwork';
import { createTunedNetworks } from './tunedNetworks';
import { layoutOf, sharedLayers, startingPoint, type DenseWeights } from './startingPoint';

const STEPS = 12;
const LANES = 2;
const spec = cohortSpec([HARD], LANES);

/** Weights of every network after 0, 1, 2 ... steps of the lab's own trainer on the reference backend. */
async function reference(): Promise<readonly (readonly (readonly DenseWeights[])[])[]> {
  const trainer = createTrainer(spec);
  const layout = layoutOf(spec);
  const size = layout.columns * layout.taskOutputs.length;
  const story = [];
  for (let step = 0; step <= STEPS; step++) {
    const [theta = new Float32Array()] = (await trainer.checkpoint()).arrays;
    story.push(
      Array.from({ length: LANES }, (_, lane) => sharedLayers(layout, theta.subarray(lane * size, (lane + 1) * size))),
    );
    await trainer.advance(1);
  }
  trainer.dispose();
  return story;
}

/** Largest difference of any weight or bias. */
function gap(ours: readonly DenseWeights[], theirs: readonly DenseWeights[]): number {
  const flat = (layers: readonly DenseWeights[]): number[] =>
    layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
  const other = flat(theirs);
  expect(other).toHaveLength(8 * 32 + 32 + 32 * 32 + 32 + 32 * 2 + 2);
  return Math.max(...flat(ours).map((value, at) => Math.abs(value - (other[at] ?? NaN))));
}

describe('the opponents of the benchmark', () => {
  let expected: Awaited<ReturnType<typeof reference>> = [];
  beforeAll(async () => {
    await useBackend('cpu');
    expected = await reference();
  });

  it('start from the first weights of the lab, which then move', () => {
    expect(gap(startingPoint(spec, 1).layers, expected[0]?.[1] ?? [])).toBe(0);
    expect(gap(expected[0]?.[1] ?? [], expected[STEPS]?.[1] ?? [])).toBeGreaterThan(0.05);
  });

  it('objects per neuron follow the reference step by step', () => {
    const start = startingPoint(spec, 1);
    const network = createObjectNetwork(start.layers, COMPARISON_RATE);
    for (let step = 0; step < STEPS; step++) {
      network.step(start.rows(step));
      expect(gap(network.weights(), expected[step + 1]?.[1] ?? [])).toBeLessThan(1e-4);
    }
  });

  it('tuned tensors follow the reference step by step, every lane its own', async () => {
    const networks = createTunedNetworks([startingPoint(spec, 0), startingPoint(spec, 1)], COMPARISON_RATE, STEPS);
    for (let step = 0; step < STEPS; step++) {
      networks.advance(1);
      for (const lane of [0, 1]) {
        expect(gap(await networks.weights(lane), expected[step + 1]?.[lane] ?? [])).toBeLessThan(1e-4);
      }
    }
    networks.dispose();
  });

  it('jax-js follows the reference step by step, every lane its own', async () => {
    const starts = [startingPoint(spec, 0), startingPoint(spec, 1)];
    const networks = await createJaxNetworks(starts, COMPARISON_RATE, STEPS);
    for (let step = 0; step < STEPS; step++) {
      await networks.advance(1);
      for (const lane of [0, 1]) {
        expect(gap(await networks.weights(lane), expected[step + 1]?.[lane] ?? [])).toBeLessThan(1e-3);
      }
    }
  });
});
