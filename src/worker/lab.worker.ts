/** Entry of the worker: everything that trains, on a thread that may be thrown away. */
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { openBackend } from '../engine/openBackend';
import { createSelfTest } from '../engine/selfTest';
import { createTrainer } from '../training/createTrainer';
import { shardCount } from '../training/shards/shardCount';
import { createHost } from './host';
import { createMacrotaskYield } from './macrotask';
import { createShardPool } from './shards/shardPool';
import { spreadTrainer } from './shards/spreadTrainer';
import { createWorkerPort } from './shards/workerPort';

/** They end with this worker. */
const pool = createShardPool({
  size: shardCount(navigator.hardwareConcurrency),
  backend: 'simd',
  spawn: () =>
    createWorkerPort(
      new Worker(new URL('./shards/shard.worker.ts', import.meta.url), { type: 'module', name: 'shard' }),
    ),
});

const host = createHost({
  post: (envelope, transfer) => self.postMessage(envelope, { transfer }),
  createTrainer: spreadTrainer(createTrainer, pool),
  openBackend: (preference, banned) =>
    openBackend(preference, createSelfTest(createTrainer), { banned, wasmPaths: { plain, simd } }),
  now: () => performance.now(),
  yield: createMacrotaskYield(),
});
self.onmessage = (event) => host.receive(event.data);
// Nobody sends this but a test that plays a failing driver.
self.addEventListener('losebackend', () => host.loseBackend());
