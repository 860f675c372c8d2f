import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BalancingSpec } from '../spec/balancing';
import { resolveBalancing, type WrittenBalancing } from '../spec/balancingFields';
import type { ArmSpec, ExperimentSpec } from '../spec/experiment';
import { createTrainer } from './createTrainer';
import { arm, smallSpec, TANH_RELU } from './testing/smallSpec';
import { trainAndWait, weightsAt } from './testing/trainTo';
import { useBackend } from './testing/backends';

const METHODS: readonly WrittenBalancing[] = [
  { kind: 'uncertainty' },
  { kind: 'dwa', every: 3 },
  { kind: 'gradnorm' },
  { kind: 'random' },
  { kind: 'sampling' },
  { kind: 'log' },
  { kind: 'geometric' },
  { kind: 'imtl-l' },
  { kind: 'famo' },
  { kind: 'gradient-normalisation' },
  { kind: 'pcgrad' },
  { kind: 'gradvac' },
  { kind: 'mgda' },
  { kind: 'cagrad' },
  { kind: 'nash' },
  { kind: 'imtl-g' },
  { kind: 'aligned' },
  { kind: 'upgrad' },
];

const hard = (balancing: BalancingSpec, id: string = balancing.kind): ArmSpec => ({
  ...arm(id, { kind: 'hard', sharedLayers: 2, groups: null }, 2, 0.02),
  balancing,
});

const race = (arms: readonly ArmSpec[], seeds: readonly number[] = [1, 2]): ExperimentSpec =>
  smallSpec({
    arms,
    seeds,
    model: TANH_RELU,
    training: { steps: 40, batch: null, optimizer: { kind: 'sgd' }, schedule: { kind: 'constant' } },
    evaluation: { every: 20, gradients: true, probes: [] },
  });

async function finalWeights(spec: ExperimentSpec): Promise<Float32Array> {
  const trainer = createTrainer(spec);
  const weights = await weightsAt(trainer, spec.training.steps);
  trainer.dispose();
  return weights;
}

describe('methods that race in one cohort', () => {
  beforeAll(() => useBackend('cpu'));

  it('train as if each were alone, bit for bit', async () => {
    const arms = [hard({ kind: 'static' }, 'plain'), ...METHODS.map((method) => hard(resolveBalancing(method)))];
    const together = await finalWeights(race(arms));
    const block = together.length / arms.length;
    for (const [index, one] of arms.entries()) {
      const apart = await finalWeights(race([one]));
      expect(together.slice(index * block, (index + 1) * block), one.id).toEqual(apart);
    }
  });

  it('go on after a cut at any step as if nothing had happened', async () => {
    const spec = race(
      METHODS.map((method) => hard(resolveBalancing(method))),
      [7],
    );
    const whole = await finalWeights(spec);
    for (const cut of [1, 2, 3, 5, 9, 17, 33, 39]) {
      const first = createTrainer(spec);
      await trainAndWait(first, cut);
      const checkpoint = await first.checkpoint();
      first.dispose();
      const second = createTrainer(spec, { checkpoint });
      expect(await weightsAt(second, spec.training.steps), `cut at ${cut}`).toEqual(whole);
      second.dispose();
    }
  });

  it('leave no tensor behind', async () => {
    const before = memory().numTensors;
    const trainer = createTrainer(race([hard({ kind: 'pcgrad' }), hard(resolveBalancing({ kind: 'uncertainty' }))]));
    await trainAndWait(trainer, 5);
    const early = memory().numTensors;
    await trainAndWait(trainer, 19);
    expect(memory().numTensors).toBe(early);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('one step of a method', () => {
  beforeAll(() => useBackend('cpu'));

  /** Weights before and after the first step, rows of one network. */
  async function firstStep(balancing: BalancingSpec) {
    const trainer = createTrainer(race([hard(balancing)], [3]));
    const before = await weightsAt(trainer, 0);
    const { gradientCosine, gradientNorm } = await trainer.evaluate();
    const after = await weightsAt(trainer, 1);
    const columns = before.length / 2;
    // Trunk of 3-5-4 units: (3 + 1) 5 + (5 + 1) 4 = 44 columns.
    const moved = Float64Array.from(after, (value, i) => (before[i] ?? 0) - value);
    trainer.dispose();
    return { trunk: moved.slice(0, 44), other: moved.slice(columns, columns + 44), gradientCosine, gradientNorm };
  }
  const length = (v: Float64Array): number => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));

  it('moves the tied rows alike, whatever the method', async () => {
    for (const method of METHODS) {
      const { trunk, other } = await firstStep(resolveBalancing(method));
      expect(trunk, method.kind).toEqual(other);
    }
  });

  it('is as long as the method says: Nash-MTL sqrt(T), normalised gradients sqrt(2 + 2 cos)', async () => {
    const nash = await firstStep({ kind: 'nash' });
    expect(length(nash.trunk) / 0.02).toBeCloseTo(Math.SQRT2, 3);
    const unit = await firstStep({ kind: 'gradient-normalisation' });
    expect(length(unit.trunk) / 0.02).toBeCloseTo(Math.sqrt(2 + 2 * (unit.gradientCosine[0] ?? 0)), 3);
  });

  it('PCGrad without a conflict is the plain sum', async () => {
    const plain = await firstStep({ kind: 'static' });
    const surgery = await firstStep({ kind: 'pcgrad' });
    if ((plain.gradientCosine[0] ?? -1) >= 0) expect(surgery.trunk).toEqual(plain.trunk);
    else expect(length(surgery.trunk)).not.toBeCloseTo(length(plain.trunk), 6);
  });
});

describe('what is recorded', () => {
  beforeAll(() => useBackend('cpu'));

  it('the weights in force, one per network and task, and nothing where nothing balances', async () => {
    const trainer = createTrainer(race([hard({ kind: 'static' }, 'plain'), hard({ kind: 'random' })]));
    await trainAndWait(trainer, 20);
    const { taskWeight } = await trainer.evaluate();
    trainer.dispose();
    expect([...taskWeight.slice(0, 4)]).toEqual([1, 1, 1, 1]);
    for (const first of [4, 6]) {
      const [a = 0, b = 0] = taskWeight.slice(first, first + 2);
      expect(a).not.toBe(b);
      expect(Math.min(a, b)).toBeGreaterThan(0);
    }
    const plain = createTrainer(race([hard({ kind: 'static' })]));
    expect((await plain.evaluate()).taskWeight).toHaveLength(0);
    plain.dispose();
  });
});
