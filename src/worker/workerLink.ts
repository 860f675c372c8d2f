/** One worker of the page: its messages in order, and one word when it is broken, whatever the way it broke. */
import { parseEnvelope, type Command, type HostMessage } from './protocol';
import { createPulseMonitor } from './pulseMonitor';

/** What is used of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

export interface WorkerLink {
  /** Kept until the worker says that it is ready. */
  send(command: Command): void;
  /** The run is being trained: silence means death sooner from now on. */
  opened(): void;
  /** Ends the worker; nothing is heard of it any more. */
  end(): void;
}

export interface WorkerLinkOptions {
  readonly spawn: () => WorkerLike;
  readonly onMessage: (message: HostMessage) => void;
  /** Called once; the link has ended by then. */
  readonly onBroken: (detail: string) => void;
}

export function createWorkerLink(options: WorkerLinkOptions): WorkerLink {
  const worker = options.spawn();
  let expected = 0;
  let ended = false;
  let early: Command[] | null = [];

  const end = (): void => {
    ended = true;
    monitor.stop();
    worker.onmessage = null;
    worker.onmessageerror = null;
    worker.onerror = null;
    worker.terminate();
  };
  const broken = (detail: string): void => {
    if (ended) return;
    end();
    options.onBroken(detail);
  };
  const monitor = createPulseMonitor(() => {
    // Before the script is loaded nobody answers; silence counts all the same.
    worker.postMessage({ type: 'ping', runId: 0 } satisfies Command);
  }, broken);

  const release = (): void => {
    const waiting = early ?? [];
    early = null;
    for (const command of waiting) worker.postMessage(command);
  };

  const take = (message: HostMessage): void => {
    expected += 1;
    monitor.heard();
    if (message.type === 'pulse') monitor.pulse(message.pulse);
    else if (message.type === 'ready') release();
    else options.onMessage(message);
  };

  worker.onmessage = ({ data }) => {
    const envelope = parseEnvelope(data);
    if (typeof envelope === 'string') broken(`message refused: ${envelope}`);
    else if (envelope.seq !== expected) broken(`message ${expected} is missing, ${envelope.seq} came`);
    else take(envelope.message);
  };
  worker.onmessageerror = () => broken('a message could not be read');
  worker.onerror = (event) => {
    // Handled here; else it would be reported as an error of the page.
    event.preventDefault();
    broken(`error in the worker: ${event.message}`);
  };

  return {
    send: (command) => {
      if (ended) return;
      if (early === null) worker.postMessage(command);
      else early.push(command);
    },
    opened: () => monitor.opened(),
    end,
  };
}
