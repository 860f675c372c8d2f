/** Entry of a worker that trains a part of a run for `lab.worker.ts`, which spawns it. */
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { openBackend } from '../../engine/openBackend';
import { createTrainer } from '../../training/createTrainer';
import { createShardServer } from './shardServer';
import { trustedBackend } from './trustedBackend';

const server = createShardServer({
  post: (reply, transfer) => self.postMessage(reply, { transfer }),
  createTrainer,
  openBackend: (preference, banned) => openBackend(preference, trustedBackend, { banned, wasmPaths: { plain, simd } }),
});
self.onmessage = (event) => server.receive(event.data);
