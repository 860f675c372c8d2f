import type { ShardPort } from './shardPort';

/** A wire to a worker of the browser. */
export function createWorkerPort(worker: Worker): ShardPort {
  const port: ShardPort = {
    post: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: null,
    onError: null,
    close() {
      worker.onmessage = worker.onmessageerror = worker.onerror = null;
      worker.terminate();
    },
  };
  worker.onmessage = (event: MessageEvent<unknown>) => port.onMessage?.(event.data);
  worker.onmessageerror = () => port.onError?.('a message could not be read');
  worker.onerror = (event) => {
    // Handled here; else it would be reported as an error of the thread that spawned it.
    event.preventDefault();
    port.onError?.(event.message);
  };
  return port;
}
