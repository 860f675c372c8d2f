import { createShardedTrainer, type CreateLocalTrainer } from '../../training/shards/createShardedTrainer';
import type { ShardPool } from '../../training/shards/remoteTrainer';
import type { CreateTrainer } from '../hostOptions';
import { NoThreadError } from './noThreadError';

/**
 * Trainers that spread over the threads of a pool where that gains anything: on the fused engine of the processor. Tensor
 * backends have threads or a device of their own. Where no threads can be had (a browser without workers in workers), the
 * run is trained undivided on this one: the numbers are the same.
 */
export function spreadTrainer(createTrainer: CreateLocalTrainer, pool: ShardPool): CreateTrainer {
  return (spec, options) =>
    options.backend === 'simd'
      ? createShardedTrainer(spec, options, { pool, createTrainer }).catch((error: unknown) => {
          if (error instanceof NoThreadError) return createTrainer(spec, options);
          throw error;
        })
      : createTrainer(spec, options);
}
