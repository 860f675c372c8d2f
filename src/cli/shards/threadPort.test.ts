import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrainer } from '../../training/createTrainer';
import { createShardedTrainer } from '../../training/shards/createShardedTrainer';
import { useBackend } from '../../training/testing/backends';
import { mixedSpec } from '../../training/testing/mixedSpecs';
import { trainAndWait } from '../../training/testing/trainTo';
import type { Trainer } from '../../training/trainer';
import { createShardPool } from '../../worker/shards/shardPool';
import { spawnThread } from './threadPort';

describe('threads of Node', () => {
  const pool = createShardPool({ size: 2, backend: 'cpu', spawn: spawnThread });
  beforeAll(() => useBackend('cpu'));
  afterAll(() => pool.close());

  it('train parts of a run as this thread would train the whole', async () => {
    const spec = mixedSpec({ kind: 'hard', sharedLayers: 1, groups: null }, { seeds: [1, 2, 3] });
    const change = { arm: 'network', learningRate: 0.1 };
    async function play(trainer: Trainer) {
      const first = await trainer.evaluate();
      await trainAndWait(trainer, 6);
      trainer.adjust(change);
      await trainAndWait(trainer, 20);
      const last = await trainer.evaluate();
      const checkpoint = await trainer.checkpoint();
      trainer.dispose();
      return { first, last, checkpoint };
    }
    const divided = await play(await createShardedTrainer(spec, {}, { pool, createTrainer }));
    expect(divided).toEqual(await play(createTrainer(spec)));
    const late = { step: 7, arm: 'network', lambda: 1 };
    await expect(
      createShardedTrainer(spec, { adjustments: [{ ...late, step: 0 }] }, { pool, createTrainer }),
    ).rejects.toThrow(RangeError);
  });
});
