import type { RunEvent } from '../training/events';

export type Listener = (event: RunEvent) => void;

/** Who is told of events. */
export interface Listeners {
  add(listener: Listener): () => void;
  tell(event: RunEvent): void;
}

export function createListeners(): Listeners {
  const listeners = new Set<Listener>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell(event) {
      // A listener may unsubscribe itself or others while being told.
      for (const listener of [...listeners]) listener(event);
    },
  };
}
