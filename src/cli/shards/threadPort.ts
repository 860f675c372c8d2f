import { Worker } from 'node:worker_threads';
import type { ShardPort } from '../../worker/shards/shardPort';

const ENTRY = new URL('./shard.thread.ts', import.meta.url).href;
/** A thread does not inherit how its program loads TypeScript: it has to be told before its entry is read. */
const START = `
  import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
  register();
  await import(${JSON.stringify(ENTRY)});
`;

/**
 * Starts a thread of Node that trains parts of runs. The program ends without waiting for it, unless an answer is
 * outstanding.
 */
export function spawnThread(): ShardPort {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(START)}`));
  let outstanding = 0;
  const port: ShardPort = {
    post(message, transfer) {
      outstanding += 1;
      worker.ref();
      worker.postMessage(message, transfer);
    },
    onMessage: null,
    onError: null,
    close: () => void worker.terminate(),
  };
  worker.on('message', (data: unknown) => {
    outstanding -= 1;
    if (outstanding === 0) worker.unref();
    port.onMessage?.(data);
  });
  worker.on('messageerror', (error) => port.onError?.(error.message));
  worker.on('error', (error: unknown) => {
    port.onError?.(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  worker.on('exit', (code) => port.onError?.(`exit ${code}`));
  worker.unref();
  return port;
}
