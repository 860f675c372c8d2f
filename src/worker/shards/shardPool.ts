/** Threads that train parts of runs. They start when they are first needed and are kept from run to run. */
import type { BackendName } from '../../training/events';
import type { RemoteTrainer, ShardPool } from '../../training/shards/remoteTrainer';
import { checkpointBuffers } from '../ownedArrays';
import { NoThreadError } from './noThreadError';
import { createShardLink, type ShardLink } from './shardLink';
import type { ShardPort } from './shardPort';

export interface ThreadPool extends ShardPool {
  /** Ends all threads. The pool may be used again: then it starts new ones. */
  close(): void;
}

export interface ThreadPoolOptions {
  /** Most threads at once. */
  readonly size: number;
  /** Backend that every thread opens for itself. */
  readonly backend: BackendName;
  /** May throw where threads cannot be had. */
  readonly spawn: () => ShardPort;
}

/** Its `create` rejects with `NoThreadError` when the thread for it cannot be started. */
export function createShardPool({ size, backend, spawn }: ThreadPoolOptions): ThreadPool {
  const links: (ShardLink | undefined)[] = [];
  /** Trainers built so far in each place: an old one must not speak for its successor. */
  const built: number[] = [];

  function start(): ShardLink {
    try {
      return createShardLink(spawn());
    } catch (error) {
      throw new NoThreadError(String(error));
    }
  }

  /** A thread that has died is replaced by a new one. */
  function linkAt(index: number): { readonly link: ShardLink; readonly isNew: boolean } {
    const known = links[index];
    if (known?.isBroken === false) return { link: known, isNew: false };
    const link = start();
    links[index] = link;
    return { link, isNew: true };
  }

  return {
    size,
    async create(index, spec, { checkpoint = null, adjustments = [] }) {
      const { link, isNew } = linkAt(index);
      const request = { type: 'create', backend, spec, checkpoint, adjustments } as const;
      const own = (built[index] ?? 0) + 1;
      built[index] = own;
      try {
        const facts = await link.ask(request, checkpoint ? checkpointBuffers(checkpoint) : []);
        return remoteTrainer(facts, link, () => built[index] === own);
      } catch (error) {
        // A script that cannot be loaded is heard of like this, too.
        throw isNew && link.isBroken ? new NoThreadError(String(error)) : error;
      }
    },
    close() {
      for (const link of links) link?.close();
      links.length = 0;
    },
  };
}

function remoteTrainer(facts: RemoteTrainer['facts'], link: ShardLink, isCurrent: () => boolean): RemoteTrainer {
  const ask: ShardLink['ask'] = (request) =>
    isCurrent() ? link.ask(request) : Promise.reject(new Error('another trainer has taken this place'));
  return {
    facts,
    advance: (steps) => ask({ type: 'advance', steps }),
    evaluate: () => ask({ type: 'evaluate' }),
    checkpoint: () => ask({ type: 'checkpoint' }),
    recall: (step) => ask({ type: 'recall', step }),
    adjust: (change) => ask({ type: 'adjust', change }),
    dispose: () => void ask({ type: 'dispose' }).catch(() => undefined),
  };
}
