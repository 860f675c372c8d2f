/** The far end on this thread, behind a wire that copies and hands over as between threads. Not part of the product. */
import type { ShardPort } from '../shardPort';
import { createShardServer, type ShardServerOptions } from '../shardServer';

export interface InProcessPort extends ShardPort {
  /** Types of the requests that came, in order. */
  readonly asked: readonly string[];
  /** Dies: never answers again, and says so when asked to. */
  die(detail: string | null): void;
}

export function createInProcessPort(options: Omit<ShardServerOptions, 'post'>): InProcessPort {
  const { port1: near, port2: far } = new MessageChannel();
  const asked: string[] = [];
  let dead = false;
  const server = createShardServer({
    ...options,
    post: (reply, transfer) => {
      if (!dead) far.postMessage(reply, transfer);
    },
  });
  far.onmessage = (event: MessageEvent<{ request: { type: string } }>) => {
    if (dead) return;
    asked.push(event.data.request.type);
    server.receive(event.data);
  };
  const port: InProcessPort = {
    asked,
    post: (message, transfer) => near.postMessage(message, transfer),
    onMessage: null,
    onError: null,
    close() {
      dead = true;
      near.close();
    },
    die(detail) {
      dead = true;
      if (detail !== null) port.onError?.(detail);
    },
  };
  near.onmessage = (event: MessageEvent<unknown>) => port.onMessage?.(event.data);
  return port;
}
