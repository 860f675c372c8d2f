import type { Failure } from '../training/events';
import { createHost } from './host';
import type { HostOptions } from './hostOptions';
import type { LabEngine } from './labEngine';
import { createListeners } from './listeners';
import { createMacrotaskYield } from './macrotask';
import type { Command, Envelope } from './protocol';

export type InProcessOptions = Pick<HostOptions, 'createTrainer' | 'openBackend' | 'checkpointEvery'> &
  Partial<Pick<HostOptions, 'now' | 'yield'>>;

/**
 * The same host on the caller's own thread: for the headless twin and for tests. There is nobody to restart it; what
 * makes the page spawn a new worker is told as `failed` with code `crashed` here. Events arrive synchronously from
 * within the training loop; a listener must not throw.
 */
export function createInProcessEngine(options: InProcessOptions): LabEngine {
  const listeners = createListeners();
  let runId = 0;
  let step = 0;

  const take = ({ message }: Envelope): void => {
    if (message.type !== 'events' && message.type !== 'fault') return;
    if (message.runId !== runId) return;
    if (message.type === 'fault') {
      const failure: Failure = {
        code: 'crashed',
        params: { reason: message.fault.kind },
        detail: message.fault.detail,
      };
      listeners.tell({ type: 'failed', step, failure });
      return;
    }
    for (const event of message.events) {
      if (event.type === 'progress') step = event.step;
      listeners.tell(event);
    }
  };

  const host = createHost({
    ...options,
    post: take,
    now: options.now ?? (() => performance.now()),
    yield: options.yield ?? createMacrotaskYield(),
  });
  const send = (command: Command): void => host.receive(command);

  return {
    open(spec, open) {
      runId += 1;
      step = open.checkpoint?.step ?? 0;
      send({
        ...{ type: 'open', runId, spec, backend: open.backend, banned: [], replayTo: 0 },
        checkpoint: open.checkpoint ?? null,
        adjustments: open.adjustments ?? [],
      });
    },
    run: () => send({ type: 'run', runId }),
    pause: () => send({ type: 'pause', runId }),
    step: (steps) => send({ type: 'step', runId, steps }),
    adjust: (change) => send({ type: 'adjust', runId, change }),
    setPace: (stepsPerSecond) => send({ type: 'pace', runId, stepsPerSecond }),
    close: () => send({ type: 'close', runId }),
    subscribe: (listener) => listeners.add(listener),
  };
}
