/** A run spread over threads equals the undivided one, bit for bit, however many there are. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentSpec } from '../../spec/experiment';
import { createTrainer, type TrainerOptions } from '../../training/createTrainer';
import type { RowPrograms } from '../../training/rowPrograms';
import { createShardedTrainer } from '../../training/shards/createShardedTrainer';
import { splitExperiment } from '../../training/shards/splitExperiment';
import { createSimdRowPrograms } from '../../training/simd/simdRowPrograms';
import { useBackend } from '../../training/testing/backends';
import { trainAndWait } from '../../training/testing/trainTo';
import type { Trainer } from '../../training/trainer';
import { CHANGE, play } from './testing/playTrainer';
import { createPortPool } from './testing/portPool';
import { MIXING, SPECS, STEPS } from './testing/shardedSpecs';

/** Pools are kept: every run finds the threads of the one before. */
async function createRuns(rowPrograms?: RowPrograms) {
  const fused = rowPrograms ? { rowPrograms } : {};
  const pools = [1, 2, 3].map((size) => createPortPool(size, fused).pool);
  return {
    whole: (spec: ExperimentSpec): Trainer => createTrainer(spec, fused),
    divided(spec: ExperimentSpec, count: number, options: TrainerOptions = {}): Promise<Trainer> {
      const pool = pools[count - 1];
      if (!pool) throw new Error(`no pool of ${count}`);
      return createShardedTrainer(spec, { ...options, ...fused }, { pool, createTrainer });
    },
  };
}

describe.each([
  ['tensors', () => createRuns()],
  ['fused steps', async () => createRuns(await createSimdRowPrograms())],
] as const)('a run over several threads, of %s', (_engine, create) => {
  beforeAll(() => useBackend('cpu'));

  it.each(Object.entries(SPECS))('%s', async (_name, { spec, axis }) => {
    const runs = await create();
    const whole = await play(runs.whole(spec));
    expect(whole.evaluations).toHaveLength(4);
    for (const count of [2, 3]) {
      const parts = splitExperiment(spec, count);
      expect(parts).toHaveLength(count);
      if (count === 3) expect(parts[2]?.[axis].length).toBeLessThan(spec[axis].length);
      expect(await play(await runs.divided(spec, count)), `${count} parts`).toEqual(whole);
    }
    // A cut run goes on with any number of parts. Changes that its future holds are known where a run is replayed.
    const adjustments = [{ ...CHANGE, step: 5 }];
    for (const [index, checkpoint] of whole.states.entries()) {
      const resumed = await runs.divided(spec, 3 - index, { checkpoint, adjustments });
      expect(resumed.facts.fromStep).toBe(checkpoint.step);
      await trainAndWait(resumed, STEPS);
      expect(await resumed.checkpoint(), `cut at ${checkpoint.step}`).toEqual(whole.last);
      expect(await resumed.evaluate()).toEqual(whole.evaluations.at(-1));
      resumed.dispose();
    }
  });
});

it('networks that mix activations also on wasm, where the fused engine leaves them', async () => {
  await useBackend('wasm');
  const { spec } = SPECS[MIXING] ?? {};
  if (!spec) throw new Error('no such spec');
  const runs = await createRuns();
  expect(await play(await runs.divided(spec, 3))).toEqual(await play(runs.whole(spec)));
});
