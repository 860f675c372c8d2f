/** Trainers on the fused engine: on this thread, or spread over threads of their own as the lab spreads them. */
import type { ExperimentSpec } from '../../src/spec/experiment';
import { spawnThread } from '../../src/cli/shards/threadPort';
import { wasmPaths } from '../../src/cli/wasmPaths';
import { openSimd } from '../../src/engine/simd';
import { createTrainer } from '../../src/training/createTrainer';
import { createShardedTrainer } from '../../src/training/shards/createShardedTrainer';
import type { ShardPool } from '../../src/training/shards/remoteTrainer';
import type { Trainer } from '../../src/training/trainer';
import { createShardPool } from '../../src/worker/shards/shardPool';

/** Kept from trainer to trainer, as in the lab: starting a thread costs more than many a block. */
const pools = new Map<number, ShardPool>();

/** @param workers 1 = this thread; otherwise one trainer at a time, the threads leave an earlier one for a later one */
export async function createSimdTrainer(spec: ExperimentSpec, workers: number): Promise<Trainer> {
  const { rowPrograms } = await openSimd({ forced: true, wasmPaths: wasmPaths() });
  if (!rowPrograms) throw new Error('no fused steps');
  const createLocal: typeof createTrainer = (part, options) => createTrainer(part, { ...options, rowPrograms });
  if (workers === 1) return createLocal(spec, {});
  const pool = pools.get(workers) ?? createShardPool({ size: workers, backend: 'simd', spawn: spawnThread });
  pools.set(workers, pool);
  return createShardedTrainer(spec, {}, { pool, createTrainer: createLocal });
}
