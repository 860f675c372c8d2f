/** A worker on the same thread, for tests: the real host behind a wire that copies, loses and can be cut. */
import type { OpenedBackend } from '../../engine/openBackend';
import { createFakeBackend } from './fakeBackend';
import { createHost } from '../host';
import type { CreateTrainer } from '../hostOptions';
import { createMacrotaskYield } from '../macrotask';
import type { BannedBackend, Envelope } from '../protocol';
import type { WorkerLike } from '../workerLink';

export interface FakeWorkerOptions {
  readonly createTrainer: CreateTrainer;
  readonly openBackend?: (banned: readonly BannedBackend[], preference: string | null) => Promise<OpenedBackend>;
  /** Called before each message of the worker is delivered; `drop` loses it. */
  readonly onMessage?: (envelope: Envelope, worker: FakeWorker) => 'deliver' | 'drop';
}

export interface FakeWorker extends WorkerLike {
  /** Dies without a word, as a killed worker does. */
  kill(): void;
  loseBackend(): void;
  readonly isTerminated: boolean;
  /** Everything posted to it. */
  readonly posted: readonly unknown[];
}

export function createFakeWorker(options: FakeWorkerOptions): FakeWorker {
  const turn = createMacrotaskYield();
  const posted: unknown[] = [];
  let dead = false;
  const deliver = async (envelope: Envelope): Promise<void> => {
    await turn();
    if (!dead && options.onMessage?.(envelope, worker) !== 'drop') {
      worker.onmessage?.({ data: envelope } as MessageEvent<Envelope>);
    }
  };
  /** A dead thread neither computes nor sends: its trainer stops for ever at the next yield. */
  const alive = async (): Promise<void> => {
    await turn();
    if (dead) await new Promise(() => undefined);
  };
  const worker: FakeWorker = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    posted,
    postMessage: (message) => {
      posted.push(message);
      const copy: unknown = structuredClone(message);
      void turn().then(() => {
        if (!dead) host.receive(copy);
      });
    },
    terminate: () => {
      dead = true;
    },
    kill: () => {
      dead = true;
    },
    loseBackend: () => host.loseBackend(),
    get isTerminated() {
      return dead;
    },
  };
  const host = createHost({
    post: (envelope, transfer) => void deliver(structuredClone(envelope, { transfer })),
    createTrainer: options.createTrainer,
    openBackend: async (preference, banned) =>
      options.openBackend?.(banned, preference) ?? Promise.resolve(createFakeBackend()),
    now: () => performance.now(),
    yield: alive,
    checkpointEvery: 5,
  });
  return worker;
}
