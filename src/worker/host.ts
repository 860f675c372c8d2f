/** The engine's end of the protocol: one run at a time, on whatever thread it is created. */
import type { RunEvent } from '../training/events';
import { createBackendShelf, type BackendShelf } from './backendShelf';
import { createEngineChoice } from './engineChoice';
import type { HostOptions } from './hostOptions';
import { transferableBuffers } from './ownedArrays';
import { parseCommand, type HostMessage, type OpenCommand } from './protocol';
import { createRun, type Run } from './run';

export interface Host {
  /** Takes one message of the other end. Never throws. */
  receive(data: unknown): void;
  /** Loses the current backend on purpose, as a driver would: for tests of the recovery. */
  loseBackend(): void;
}

/** Announces itself with `ready`, then obeys. */
export function createHost(options: HostOptions): Host {
  let seq = 0;
  let current: Run | null = null;
  /** Resolves when the run before has freed its tensors: two cohorts are never in memory at once. */
  let previous: Promise<void> = Promise.resolve();
  const shelf: BackendShelf = createBackendShelf(options.openBackend);
  const chooseEngine = createEngineChoice(options);
  const post = (message: HostMessage): void => {
    const transfer = message.type === 'events' ? transferableBuffers(message.events) : [];
    options.post({ seq, message }, transfer);
    seq += 1;
  };

  const open = (command: OpenCommand): void => {
    current?.close();
    const run = createRun(command, {
      ...options,
      backends: shelf,
      chooseEngine,
      send: (events: readonly RunEvent[]) => post({ type: 'events', runId: command.runId, events }),
      fault: (fault) => post({ type: 'fault', runId: command.runId, fault }),
    });
    current = run;
    previous = previous.then(() => run.work());
  };

  post({ type: 'ready' });
  return {
    receive(data) {
      const command = parseCommand(data);
      if (typeof command === 'string') {
        current?.refuse(command);
      } else if (command.type === 'open') {
        open(command);
      } else if (command.type === 'ping') {
        post({ type: 'pulse', pulse: current?.pulse() ?? { idle: true, work: 0, longest: 0 } });
      } else if (current?.runId === command.runId) {
        current.obey(command);
      }
    },
    loseBackend: () => shelf.lose(),
  };
}
