/** Entry of a thread of Node that trains a part of a run; the twin of `worker/shards/shard.worker.ts`. */
import { parentPort } from 'node:worker_threads';
import { openBackend } from '../../engine/openBackend';
import { createTrainer } from '../../training/createTrainer';
import { createShardServer } from '../../worker/shards/shardServer';
import { trustedBackend } from '../../worker/shards/trustedBackend';
import { wasmPaths } from '../wasmPaths';

const server = createShardServer({
  post: (reply, transfer) => parentPort?.postMessage(reply, transfer),
  createTrainer,
  openBackend: (preference, banned) => openBackend(preference, trustedBackend, { banned, wasmPaths: wasmPaths() }),
});
parentPort?.on('message', (data: unknown) => server.receive(data));
