import { createShardedTrainer, type CreateLocalTrainer } from '../../training/shards/createShardedTrainer';
import type { ShardPool } from '../../training/shards/remoteTrainer';
import type { CreateTrainer } from '../hostOptions';

/**
 * Trainers that spread over the threads of a pool where that gains anything: on the fused engine of the processor. Tensor
 * backends have threads or a device of their own.
 */
export function spreadTrainer(createTrainer: CreateLocalTrainer, pool: ShardPool): CreateTrainer {
  return (spec, options) =>
    options.backend === 'simd'
      ? createShardedTrainer(spec, options, { pool, createTrainer })
      : createTrainer(spec, options);
}
