/** What an undivided trainer throws, a divided one throws. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentSpec } from '../../spec/experiment';
import { createTrainer, type TrainerOptions } from '../../training/createTrainer';
import { createShardedTrainer } from '../../training/shards/createShardedTrainer';
import { useBackend } from '../../training/testing/backends';
import { arm, soft } from '../../training/testing/smallSpec';
import { trainAndWait } from '../../training/testing/trainTo';
import { DivergenceError, type Trainer } from '../../training/trainer';
import { createPortPool } from './testing/portPool';
import { hard, pairs, points, STEPS, training } from './testing/shardedSpecs';

const pools = { 2: createPortPool(2).pool, 3: createPortPool(3).pool };
const sharded = (spec: ExperimentSpec, count: keyof typeof pools, options: TrainerOptions = {}): Promise<Trainer> =>
  createShardedTrainer(spec, options, { pool: pools[count], createTrainer });

describe('a run over several threads', () => {
  beforeAll(() => useBackend('cpu'));

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
