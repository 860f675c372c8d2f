/** A run spread over threads equals the undivided one, bit for bit, however many there are. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveBalancing } from '../../spec/balancingFields';
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import { PLAIN_POINT } from '../../spec/plain';
import { createTrainer, type TrainerOptions } from '../../training/createTrainer';
import type { Adjustment, Checkpoint, Evaluation } from '../../training/events';
import { createShardedTrainer } from '../../training/shards/createShardedTrainer';
import { splitExperiment } from '../../training/shards/splitExperiment';
import { useBackend } from '../../training/testing/backends';
import { MIXED_SCHEMES, mixedSpec } from '../../training/testing/mixedSpecs';
import { arm, LINEAR_PAIR, smallSpec, soft, TANH_RELU } from '../../training/testing/smallSpec';
import { trainAndWait } from '../../training/testing/trainTo';
import { DivergenceError, type Trainer } from '../../training/trainer';
import { createPortPool } from './testing/portPool';

const STEPS = 12;
const ALL_PROBES = {
  every: 4,
  gradients: true,
  probes: ['affinity', 'interpolation', 'firstLayer', 'predictions'],
} as const;
const hard = (id: string, more: Partial<ArmSpec> = {}): ArmSpec => ({
  ...arm(id, { kind: 'hard', sharedLayers: 2, groups: null }),
  ...more,
});
const training = { ...mixedSpec({ kind: 'alone' }).training, steps: STEPS };
const tables = (arms: readonly ArmSpec[], more: Partial<ExperimentSpec> = {}): ExperimentSpec =>
  mixedSpec({ kind: 'alone' }, { arms, seeds: [0, 2 ** 32 - 1, 7], training, evaluation: ALL_PROBES, ...more });
const pairs = (arms: readonly ArmSpec[], more: Partial<ExperimentSpec> = {}): ExperimentSpec =>
  smallSpec({
    arms,
    seeds: [3, 1, 2],
    model: TANH_RELU,
    training: { ...training, batch: null },
    evaluation: { every: 4, gradients: true, probes: [] },
    ...more,
  });
const points = (widths: readonly (number | null)[]): Pick<ExperimentSpec, 'points' | 'seeds'> => ({
  points: widths.map((width, index) => ({
    ...PLAIN_POINT,
    value: 30 * index,
    width,
    tasks: { ...LINEAR_PAIR, angle: 30 * index, samples: [12 - index, 12 + 2 * index] },
  })),
  seeds: [5, 6],
});

const SPECS: Readonly<Record<string, { readonly spec: ExperimentSpec; readonly axis: 'seeds' | 'points' | 'arms' }>> = {
  'mini-batches of three losses, every probe': {
    axis: 'seeds',
    spec: tables([arm('changed', soft(0.05, { on: 'trunk' }), 3), arm('alone', { kind: 'alone' }, 3)]),
  },
  'networks that mix activations beside rows of two widths': {
    axis: 'seeds',
    spec: tables(
      ['shared-private', 'MMoE', 'sluice']
        .flatMap((name) => {
          const scheme = MIXED_SCHEMES[name];
          return scheme ? [arm(name, scheme, 3)] : [];
        })
        .concat([{ ...arm('narrow', { kind: 'alone' }, 3), width: 2 }, arm('changed', { kind: 'alone' }, 3)]),
    ),
  },
  'methods that balance, of unequal memory, beside one that does not': {
    axis: 'seeds',
    spec: pairs([
      hard('changed', { balancing: resolveBalancing({ kind: 'uncertainty' }) }),
      hard('gradnorm', { balancing: resolveBalancing({ kind: 'gradnorm' }) }),
      hard('pcgrad', { balancing: resolveBalancing({ kind: 'pcgrad' }) }),
      hard('static'),
    ]),
  },
  'a timeline, and a common start': {
    axis: 'seeds',
    spec: pairs([
      hard('changed', {
        scheme: { kind: 'alone' },
        timeline: [
          { do: 'weights', taskWeights: [1, 0], at: 2 },
          { do: 'adopt', task: 0, at: 4 },
          { do: 'anchor', penalty: 'ewc', lambda: 0.3, task: 0, at: 4 },
          { do: 'fuse', method: { kind: 'mean' }, tasks: [0, 1], on: 'trunk', at: 9 },
        ],
      }),
      arm('meta', { kind: 'meta', method: 'reptile', innerSteps: 3, outerRate: 0.5, annealOver: 12 }),
    ]),
  },
  'points of different widths in an order that changes between parts': {
    axis: 'points',
    spec: pairs([hard('changed'), arm('alone', { kind: 'alone' })], points([2, 5, 5, null, 2])),
  },
  'arms, where there is nothing else': {
    axis: 'arms',
    spec: pairs([hard('changed'), hard('b', { learningRate: 0.2 }), hard('c', { width: 3 })], { seeds: [9] }),
  },
};

interface Played {
  readonly facts: Trainer['facts'];
  readonly evaluations: readonly Evaluation[];
  readonly states: readonly Checkpoint[];
  readonly last: Checkpoint;
}

const CHANGE = { arm: 'changed', learningRate: 0.11 } as const;

/** To the end, measured where it is due, with a live change at step 5; states after steps 3, 7, 8. */
async function play(trainer: Trainer): Promise<Played> {
  const evaluations: Evaluation[] = trainer.step === 0 ? [await trainer.evaluate()] : [];
  const states: Checkpoint[] = [];
  for (const stop of [3, 5, 7, 8, STEPS].filter((at) => at > trainer.step)) {
    while (trainer.step < stop) {
      const due = trainer.nextEvaluation;
      await trainAndWait(trainer, Math.min(stop, due));
      await trainer.settle();
      if (trainer.step === due) evaluations.push(await trainer.evaluate());
    }
    if (stop === 5) expect(trainer.adjust(CHANGE)).toEqual({ ...CHANGE, step: 5 });
    else if (stop < STEPS) states.push(await trainer.checkpoint());
  }
  const last = await trainer.checkpoint();
  trainer.dispose();
  return { facts: trainer.facts, evaluations, states, last };
}

const pools = { 1: createPortPool(1), 2: createPortPool(2), 3: createPortPool(3), 4: createPortPool(4) };
const sharded = (spec: ExperimentSpec, count: keyof typeof pools, options: TrainerOptions = {}): Promise<Trainer> =>
  createShardedTrainer(spec, { adjustments: [], ...options }, { pool: pools[count].pool, createTrainer });

describe('a run over several threads', () => {
  beforeAll(() => useBackend('cpu'));
  afterAll(() => Object.values(pools).forEach(({ pool }) => pool.close()));

  it.each(Object.entries(SPECS))('%s', async (_, { spec, axis }) => {
    const whole = await play(createTrainer(spec));
    expect(whole.evaluations).toHaveLength(4);
    for (const count of [1, 2, 3] as const) {
      const parts = splitExperiment(spec, count);
      expect(parts).toHaveLength(count);
      if (count === 3) expect(parts[2]?.[axis].length).toBeLessThan(spec[axis].length);
      const divided = await play(await sharded(spec, count));
      expect(divided, `${count} parts`).toEqual(whole);
    }
    const adjustments: Adjustment[] = [{ ...CHANGE, step: 5 }];
    for (const [index, count] of ([3, 2, 1] as const).entries()) {
      const checkpoint = whole.states[index];
      if (!checkpoint) throw new Error('no state');
      // Changes that the future holds are known to an engine that replays a run.
      const resumed = await sharded(spec, count, { checkpoint, adjustments });
      expect(resumed.facts.fromStep).toBe(checkpoint.step);
      await trainAndWait(resumed, STEPS);
      expect(await resumed.checkpoint(), `from ${checkpoint.step} on with ${count} parts`).toEqual(whole.last);
      expect(await resumed.evaluate()).toEqual(whole.evaluations.at(-1));
      resumed.dispose();
    }
  });

  it('names the same culprit of a divergence', async () => {
    const wild = (rates: readonly number[], more: Partial<ExperimentSpec>): ExperimentSpec =>
      pairs(
        rates.map((learningRate, index) => ({ ...arm(`arm-${index}`, { kind: 'alone' }), learningRate })),
        {
          model: { trunk: [{ units: 4, activation: 'linear' }], head: [], headStart: 'own' },
          training: {
            ...training,
            steps: 200,
            batch: null,
            optimizer: { kind: 'sgd' },
            schedule: { kind: 'constant' },
          },
          evaluation: { every: 25, gradients: false, probes: [] },
          ...more,
        },
      );
    async function culprit(trainer: Trainer): Promise<DivergenceError['at'] & { told: string }> {
      try {
        while (trainer.step < 200) {
          await trainer.evaluate();
          await trainAndWait(trainer, trainer.nextEvaluation);
        }
        await trainer.evaluate();
      } catch (error) {
        if (error instanceof DivergenceError) return { ...error.at, told: error.message };
        throw error;
      } finally {
        trainer.dispose();
      }
      throw new Error('nothing diverged');
    }
    const specs = [
      wild([0.05, 2.5, 0.6], {}),
      wild([0.4, 3], points([2, 5, 5, null, 2])),
      wild([0.02, 4, 5], { seeds: [9] }),
    ];
    for (const spec of specs) {
      const expected = await culprit(createTrainer(spec));
      expect(expected.step % 25).not.toBe(0);
      for (const count of [2, 3] as const) expect(await culprit(await sharded(spec, count))).toEqual(expected);
    }
    // Resumed beyond the last good step, there is nothing to replay.
    const [spec] = specs;
    if (!spec) return;
    const late = createTrainer(spec);
    await trainAndWait(late, 100);
    const checkpoint = await late.checkpoint();
    late.dispose();
    const expected = await culprit(createTrainer(spec, { checkpoint }));
    expect(await culprit(await sharded(spec, 3, { checkpoint }))).toEqual(expected);
  });

  it('refuses the same changes, at once', async () => {
    const spec = pairs([hard('a'), arm('b', soft(0.1))]);
    const whole = createTrainer(spec);
    const divided = await sharded(spec, 3);
    for (const change of [
      { arm: 'nobody', learningRate: 0.1 },
      { arm: 'a', learningRate: -1 },
      { arm: 'a', lambda: 0.5 },
      { arm: 'b', taskWeights: [1] },
    ]) {
      let refusal: unknown;
      try {
        whole.adjust(change);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(RangeError);
      expect(() => divided.adjust(change)).toThrow(refusal);
    }
    // What was refused has left no trace.
    expect(divided.adjust({ arm: 'b', lambda: 0.5 })).toEqual(whole.adjust({ arm: 'b', lambda: 0.5 }));
    await trainAndWait(divided, STEPS);
    await trainAndWait(whole, STEPS);
    expect(await divided.checkpoint()).toEqual(await whole.checkpoint());
    divided.dispose();
    whole.dispose();
  });

  it('refuses a checkpoint of another run, as an undivided one', async () => {
    const spec = pairs([hard('a')]);
    const other = createTrainer(
      pairs([hard('a')], { training: { ...training, batch: null, optimizer: { kind: 'sgd' } } }),
    );
    const wider = createTrainer(pairs([{ ...hard('a'), width: 6 }]));
    for (const trainer of [other, wider]) {
      const checkpoint = await trainer.checkpoint();
      expect(() => createTrainer(spec, { checkpoint })).toThrow(RangeError);
      await expect(sharded(spec, 3, { checkpoint })).rejects.toThrow(RangeError);
      trainer.dispose();
    }
  });
});
