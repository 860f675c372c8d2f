/** Training of networks that mix activations: where it equals plain training, and what must hold of any such run. */
import { engine, memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveBalancing } from '../spec/balancingFields';
import type { ArmSpec, ExperimentSpec } from '../spec/experiment';
import { mixedReadout, mixingWidth } from '../spec/mixedReadout';
import { createTrainer } from './createTrainer';
import { useBackend } from './testing/backends';
import { MIXED_SCHEMES, mixedSpec, withOwnInputs } from './testing/mixedSpecs';
import { ADAM, arm } from './testing/smallSpec';
import { trainTo, weightsAt } from './testing/trainTo';

/** Columns of a plain tower: 2 -> 4 -> 4 -> 3. */
const TRUNK = 2 * 4 + 4 + 4 * 4 + 4;
const HEAD = 4 * 3 + 3;
const TOWERS = 3 * (TRUNK + HEAD);
const FULL_BATCH = { steps: 20, batch: null, optimizer: ADAM, schedule: { kind: 'constant' } } as const;
const SGD = { ...FULL_BATCH, optimizer: { kind: 'sgd' } } as const;

async function finalWeights(spec: ExperimentSpec): Promise<Float32Array> {
  const trainer = createTrainer(spec);
  const weights = await weightsAt(trainer, spec.training.steps);
  trainer.dispose();
  return weights;
}

/** theta of towers that train alone, and of the same towers in a cross-stitch network that mixes nothing. */
async function bothWays(more: Partial<ExperimentSpec>, ofArm: Partial<ArmSpec>) {
  const stitched = { kind: 'cross-stitch', same: 1, rateFactor: 0 } as const;
  const seeds = [0, 7];
  const alone = await finalWeights(mixedSpec({ kind: 'alone' }, { seeds, ...more }, ofArm));
  const mixed = await finalWeights(mixedSpec(stitched, { seeds, ...more }, ofArm));
  const columns = mixed.length / seeds.length;
  const towers = seeds.flatMap((_, lane) => [...mixed.slice(lane * columns, lane * columns + TOWERS)]);
  expect(columns).toBeGreaterThan(TOWERS);
  return { alone, towers: Float32Array.from(towers) };
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  describe('cross-stitch with the identity, which does not move, is training alone to the last bit', () => {
    it.each<[string, Partial<ExperimentSpec>, Partial<ArmSpec>]>([
      ['mini-batches of common inputs', {}, {}],
      ['mini-batches of inputs of each task', withOwnInputs, {}],
      ['full batches of unequal length', { ...withOwnInputs, training: FULL_BATCH }, { taskWeights: [1, 0.5, 2] }],
      ['plain gradient descent', { training: SGD }, {}],
      [
        'a timeline',
        { training: FULL_BATCH },
        {
          timeline: [
            { do: 'weights', taskWeights: [0, 1, 3], at: 4 },
            { do: 'rate', learningRate: 0.1, at: 7 },
            { do: 'rows', task: 0, rows: 3, at: 9 },
          ],
        },
      ],
    ])('%s', async (_, more, ofArm) => {
      const { alone, towers } = await bothWays(more, ofArm);
      expect(towers).toEqual(alone);
    });
  });

  it.each(Object.entries(MIXED_SCHEMES))(
    '%s: a run cut at any step goes on as if it had not been',
    async (_, scheme) => {
      const spec = mixedSpec(scheme, { ...withOwnInputs, training: { ...FULL_BATCH, steps: 8, batch: 4 } });
      const whole = createTrainer(spec);
      const checkpoints = [await whole.checkpoint()];
      for (let step = 1; step <= 8; step++) {
        trainTo(whole, step);
        checkpoints.push(await whole.checkpoint());
      }
      whole.dispose();
      const end = checkpoints.at(-1);
      for (const checkpoint of checkpoints.slice(0, 8)) {
        const resumed = createTrainer(spec, { checkpoint });
        trainTo(resumed, 8);
        expect((await resumed.checkpoint()).arrays, `cut at step ${checkpoint.step}`).toEqual(end?.arrays);
        resumed.dispose();
      }
      expect(checkpoints[0]?.arrays[0]).not.toEqual(end?.arrays[0]);
    },
  );
});

describe('any scheme', () => {
  beforeAll(() => useBackend('wasm'));

  it.each(Object.entries(MIXED_SCHEMES))(
    '%s: neither the seeds nor the other arms change a network',
    async (_, scheme) => {
      const many = mixedSpec(scheme, { seeds: [4, 9, 12], ...withOwnInputs });
      const company = [arm('alone', { kind: 'alone' }, 3, 0.02), ...many.arms];
      const alone = await finalWeights({ ...many, seeds: [9] });
      const together = createTrainer({ ...many, arms: company });
      trainTo(together, 20);
      const { arrays } = await together.checkpoint();
      together.dispose();
      const size = alone.length;
      expect(arrays.some((values) => values.length === 3 * size && same(values.slice(size, 2 * size), alone))).toBe(
        true,
      );
    },
  );

  it.each(Object.entries(MIXED_SCHEMES))(
    '%s: a step costs as many tensor operations for 1 as for 16 networks',
    async (_, scheme) => {
      const counts: number[] = [];
      for (const lanes of [1, 16]) {
        const trainer = createTrainer(mixedSpec(scheme, { seeds: Array.from({ length: lanes }, (__, i) => i) }));
        trainTo(trainer, 1);
        const { kernels } = await engine().profile(() => void trainer.advance(1));
        counts.push(kernels.length);
        trainer.dispose();
      }
      expect(counts[0]).toBeGreaterThan(30);
      expect(counts[1]).toBe(counts[0]);
    },
  );

  it.each(Object.entries(MIXED_SCHEMES))(
    '%s: holds no tensor more after 60 steps, and none when disposed of',
    async (_, scheme) => {
      const before = memory();
      const trainer = createTrainer(mixedSpec(scheme, { training: { ...FULL_BATCH, steps: 100 } }));
      await trainer.evaluate();
      trainTo(trainer, 10);
      await trainer.evaluate();
      const early = memory();
      for (const step of [20, 30, 40, 50, 60]) {
        trainTo(trainer, step);
        await trainer.evaluate();
      }
      expect(memory().numTensors).toBe(early.numTensors);
      trainer.dispose();
      expect(memory().numTensors).toBe(before.numTensors);
      expect(memory().numBytes).toBe(before.numBytes);
    },
  );

  it.each(Object.entries(MIXED_SCHEMES))('%s: learns, and shows its mixing numbers', async (_, scheme) => {
    const spec = mixedSpec(scheme, {
      training: { ...FULL_BATCH, steps: 150 },
      evaluation: { every: 150, gradients: false, probes: [] },
    });
    const trainer = createTrainer(spec);
    const first = await trainer.evaluate();
    trainTo(trainer, 150);
    const last = await trainer.evaluate();
    trainer.dispose();
    const sum = (losses: Float32Array): number => losses.reduce((total, loss) => total + loss, 0);
    expect(sum(last.trainLoss)).toBeLessThan(0.7 * sum(first.trainLoss));
    expect(first.mixing).toHaveLength(mixingWidth(mixedReadout(scheme, spec.model, 3)));
    expect(last.probe).toHaveLength(scheme.kind === 'shared-private' ? 1 : 0);
    if (scheme.kind !== 'shared-private') expect(last.mixing).not.toEqual(first.mixing);
  });
});

describe('special cases', () => {
  beforeAll(() => useBackend('cpu'));

  /** theta of one lane after 20 steps from given first weights. */
  async function from(spec: ExperimentSpec, theta: Float32Array): Promise<Float32Array> {
    const trainer = createTrainer(spec, { checkpoint: { step: 0, arrays: [theta], backend: 'cpu' } });
    const weights = await weightsAt(trainer, 20);
    trainer.dispose();
    return weights;
  }

  it.each(['common', 'own'])('one expert is hard sharing of the trunk, step by step (%s inputs)', async (inputs) => {
    const more = { training: SGD, ...(inputs === 'own' ? withOwnInputs : {}) };
    const hard = mixedSpec({ kind: 'hard', sharedLayers: 2, groups: null }, more);
    const start = createTrainer(hard);
    const first = await weightsAt(start, 0);
    start.dispose();
    const heads = (rows: Float32Array) => [0, 1, 2].flatMap((t) => [...rows.slice(t * 47 + TRUNK, (t + 1) * 47)]);
    const gates = [0.3, -0.2, 0.1, 0.4, 0.2, -0.1];
    const one = { kind: 'experts', gating: 'task', experts: 1, ownExperts: 0, units: 4, levels: 1 } as const;
    const row = Float32Array.from([...first.slice(0, TRUNK), ...gates, ...heads(first)]);
    const expected = await finalWeights(hard);
    const trained = await from(mixedSpec(one, more), row);
    trained.slice(0, TRUNK).forEach((weight, i) => expect(Math.abs(weight - (expected[i] ?? NaN))).toBeLessThan(1e-6));
    heads(expected).forEach((weight, i) =>
      expect(Math.abs(weight - (trained[TRUNK + 6 + i] ?? NaN))).toBeLessThan(1e-6),
    );
    // A softmax over one expert is constant.
    expect(trained.slice(TRUNK, TRUNK + 6)).toEqual(Float32Array.from(gates));
    expect(trained.slice(0, TRUNK)).not.toEqual(first.slice(0, TRUNK));
  });

  it('balanced losses weigh the towers of a network that mixes nothing as they weigh them alone', async () => {
    const { alone, towers } = await bothWays({}, { balancing: resolveBalancing({ kind: 'uncertainty' }) });
    towers.forEach((weight, i) => expect(weight).toBeCloseTo(alone[i] ?? NaN, 5));
    const { towers: unbalanced } = await bothWays({}, {});
    expect(unbalanced.some((weight, i) => Math.abs(weight - (towers[i] ?? NaN)) > 1e-3)).toBe(true);
  });

  it('adapters share the trunk, then freeze it and let the optimizer begin afresh', async () => {
    const training = { ...FULL_BATCH, steps: 20 };
    const trainer = createTrainer(mixedSpec({ kind: 'adapters', rank: 2, trunkSteps: 10 }, { training }));
    const [start, before, one, end] = [
      await weightsAt(trainer, 0),
      await weightsAt(trainer, 10),
      await weightsAt(trainer, 11),
      await weightsAt(trainer, 20),
    ];
    trainer.dispose();
    const hard = createTrainer(mixedSpec({ kind: 'hard', sharedLayers: 2, groups: null }, { training }));
    const shared = await weightsAt(hard, 10);
    hard.dispose();
    const adapters = TRUNK + 3 * HEAD;
    before.slice(0, TRUNK).forEach((weight, i) => expect(weight).toBeCloseTo(shared[i] ?? NaN, 4));
    expect(before.slice(adapters)).toEqual(start.slice(adapters));
    expect(end.slice(0, TRUNK)).toEqual(before.slice(0, TRUNK));
    expect(end.slice(TRUNK, adapters)).not.toEqual(before.slice(TRUNK, adapters));
    // The first step of a fresh Adam is as long as the learning rate wherever there is a gradient at all.
    const steps = one.slice(TRUNK).map((weight, i) => Math.abs(weight - (before[TRUNK + i] ?? NaN)));
    const moved = steps.filter((size) => size > 1e-3);
    expect(moved.length).toBeGreaterThan(20);
    moved.forEach((size) => expect(size).toBeCloseTo(0.02, 3));
  });

  it('without adversary the settings of the discriminator mean nothing, and there is none', async () => {
    const plain = { kind: 'shared-private', adversary: 0, orthogonality: 0 } as const;
    const spec = (steps: number) => mixedSpec({ ...plain, discriminatorSteps: steps, discriminatorRate: 0.02 * steps });
    expect(await finalWeights(spec(1))).toEqual(await finalWeights(spec(5)));
    const trainer = createTrainer(spec(1));
    expect((await trainer.checkpoint()).arrays).toHaveLength(3);
    trainer.dispose();
    const adversarial = createTrainer(
      mixedSpec({ ...plain, adversary: 1, discriminatorSteps: 2, discriminatorRate: 0.1 }),
    );
    expect((await adversarial.checkpoint()).arrays).toHaveLength(6);
    adversarial.dispose();
  });
});

function same(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
