/** Trainers on the fused engine: on this thread, or spread over threads of their own as the lab spreads them. */
import type { ExperimentSpec } from '../../src/spec/experiment';
import { spawnThread } from '../../src/cli/shards/threadPort';
import { wasmPaths } from '../../src/cli/wasmPaths';
import { openSimd } from '../../src/engine/simd';
import { createTrainer } from '../../src/training/createTrainer';
import { createShardedTrainer } from '../../src/training/shards/createShardedTrainer';
import type { Trainer } from '../../src/training/trainer';
import { createShardPool } from '../../src/worker/shards/shardPool';

/** @param workers 1 = this thread */
export async function createSimdTrainer(spec: ExperimentSpec, workers: number): Promise<Trainer> {
  const { rowPrograms } = await openSimd({ forced: true, wasmPaths: wasmPaths() });
  if (!rowPrograms) throw new Error('no fused steps');
  const createLocal: typeof createTrainer = (part, options) => createTrainer(part, { ...options, rowPrograms });
  if (workers === 1) return createLocal(spec, {});
  const pool = createShardPool({ size: workers, backend: 'simd', spawn: spawnThread });
  const trainer = await createShardedTrainer(spec, {}, { pool, createTrainer: createLocal });
  return {
    ...trainer,
    get step() {
      return trainer.step;
    },
    get nextEvaluation() {
      return trainer.nextEvaluation;
    },
    dispose() {
      trainer.dispose();
      pool.close();
    },
  };
}
