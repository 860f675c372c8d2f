/** Threads that train parts of runs. They start when they are first needed and are kept from run to run. */
import type { BackendName } from '../../training/events';
import type { RemoteTrainer, ShardPool } from '../../training/shards/remoteTrainer';
import { checkpointBuffers } from '../ownedArrays';
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
  readonly spawn: () => ShardPort;
}

export function createShardPool({ size, backend, spawn }: ThreadPoolOptions): ThreadPool {
  const links: (ShardLink | undefined)[] = [];
  /** Trainers built so far in each place: an old one must not speak for its successor. */
  const built: number[] = [];

  /** A thread that has died is replaced by a new one. */
  function linkAt(index: number): ShardLink {
    const known = links[index];
    if (known?.isBroken === false) return known;
    const link = createShardLink(spawn());
    links[index] = link;
    return link;
  }

  return {
    size,
    async create(index, spec, { checkpoint = null, adjustments = [] }) {
      const link = linkAt(index);
      const request = { type: 'create', backend, spec, checkpoint, adjustments } as const;
      const own = (built[index] ?? 0) + 1;
      built[index] = own;
      const facts = await link.ask(request, checkpoint ? checkpointBuffers(checkpoint) : []);
      return remoteTrainer(facts, link, () => built[index] === own);
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
