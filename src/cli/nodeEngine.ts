/** The training side in Node, on this thread: the same host, trainer and self-test as in the page's worker. */
import { openBackend } from '../engine/openBackend';
import { createSelfTest } from '../engine/selfTest';
import { createTrainer } from '../training/createTrainer';
import { createInProcessEngine } from '../worker/inProcessEngine';
import type { LabEngine } from '../worker/labEngine';
import { createShardPool } from '../worker/shards/shardPool';
import { spreadTrainer } from '../worker/shards/spreadTrainer';
import { spawnThread } from './shards/threadPort';
import { wasmPaths } from './wasmPaths';

/**
 * Importing this module loads TensorFlow.js: do so only where something is trained.
 * @param shards threads that a run is spread over at most, where its backend gains by it; its numbers do not depend on them
 */
export function createNodeEngine({ shards }: { readonly shards: number }): LabEngine {
  const pool = createShardPool({ size: shards, backend: 'simd', spawn: spawnThread });
  return createInProcessEngine({
    createTrainer: spreadTrainer(createTrainer, pool),
    openBackend: (preference, banned) =>
      openBackend(preference, createSelfTest(createTrainer), { wasmPaths: wasmPaths(), banned }),
  });
}
