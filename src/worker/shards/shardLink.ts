/** The near end of a wire to one trainer: requests go out, answers come back, a death is told to everybody who waits. */
import type { ShardPort } from './shardPort';
import type { NumberedRequest, ShardAnswer, ShardAnswers, ShardReply, ShardRequest } from './shardProtocol';
import { unpackError } from './sentError';

export interface ShardLink {
  readonly isBroken: boolean;
  /** Rejects with the other thread's error, or when the thread has died. */
  ask<T extends ShardRequest['type']>(
    request: Extract<ShardRequest, { type: T }>,
    transfer?: ArrayBuffer[],
  ): Promise<ShardAnswers[T]>;
  /** Ends the thread; who still waits is rejected. */
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: ShardAnswer) => void;
  readonly reject: (error: Error) => void;
}

export function createShardLink(port: ShardPort): ShardLink {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let broken: Error | null = null;

  function breakOff(detail: string): void {
    if (broken !== null) return;
    broken = new Error(detail);
    port.close();
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  }

  function take(reply: ShardReply): void {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) asker?.reject(unpackError(reply.error));
    else asker?.resolve(reply.answer);
  }

  port.onMessage = (data) => take(data as ShardReply);
  port.onError = (detail) => breakOff(`a thread of the run has died: ${detail}`);

  return {
    get isBroken() {
      return broken !== null;
    },
    ask: (request, transfer = []) =>
      new Promise((resolve, reject) => {
        if (broken !== null) {
          reject(broken);
          return;
        }
        const id = asked++;
        // The other end answers a request of type T with `ShardAnswers[T]`.
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
        port.post({ id, request } satisfies NumberedRequest, transfer);
      }),
    close: () => breakOff('closed'),
  };
}
