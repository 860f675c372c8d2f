import type { RunEvent } from '../training/events';

/** At most 20 batches a second: evaluations may come faster, pages redraw no faster. */
const BATCH_EVERY_MS = 50;

/** Collects events and sends them in batches, in order. */
export interface EventOutbox {
  add(event: RunEvent): void;
  /** Sends what has been collected when the last batch is long enough ago. */
  flushIfDue(): void;
  /** Sends what has been collected now: for what a person waits for. */
  flush(): void;
  /** Milliseconds until `flushIfDue` would send something; `null` when there is nothing to send. */
  dueIn(): number | null;
}

export function createEventOutbox(send: (events: readonly RunEvent[]) => void, now: () => number): EventOutbox {
  let waiting: RunEvent[] = [];
  let lastSent = -Infinity;
  const flush = (): void => {
    if (waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    lastSent = now();
    send(events);
  };
  return {
    add: (event) => {
      waiting.push(event);
    },
    flush,
    flushIfDue: () => {
      if (now() - lastSent >= BATCH_EVERY_MS) flush();
    },
    dueIn: () => (waiting.length === 0 ? null : Math.max(0, lastSent + BATCH_EVERY_MS - now())),
  };
}
