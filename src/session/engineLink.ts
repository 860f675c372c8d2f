import type { RunEvent } from '../training/events';
import type { LabEngine } from '../worker/labEngine';

export type MakeEngine = () => LabEngine | Promise<LabEngine>;

/** One engine, perhaps still on its way: commands given before it arrives are kept in order. */
export interface EngineLink {
  send(command: (engine: LabEngine) => void): void;
  /** Closes the engine, also one that arrives later; nothing is heard from it any more. */
  close(): void;
}

/**
 * Starts making an engine and listens to it.
 * @param onLost told once when the engine cannot be made; the link is then dead.
 */
export function linkEngine(
  make: MakeEngine,
  onEvent: (event: RunEvent) => void,
  onLost: (error: unknown) => void,
): EngineLink {
  let engine: LabEngine | null = null;
  let closed = false;
  let unsubscribe = (): void => undefined;
  const waiting: ((engine: LabEngine) => void)[] = [];

  const arrive = (made: LabEngine): void => {
    if (closed) {
      made.close();
      return;
    }
    engine = made;
    unsubscribe = made.subscribe((event) => {
      if (!closed) onEvent(event);
    });
    for (const command of waiting.splice(0)) command(made);
  };
  const lose = (error: unknown): void => {
    if (!closed) onLost(error);
    closed = true;
  };

  try {
    const made = make();
    if (made instanceof Promise) made.then(arrive, lose);
    else arrive(made);
  } catch (error) {
    // Later, like a rejected promise: whoever is told must already hold this link.
    queueMicrotask(() => lose(error));
  }

  return {
    send: (command) => {
      if (closed) return;
      if (engine === null) waiting.push(command);
      else command(engine);
    },
    close: () => {
      if (closed) return;
      closed = true;
      unsubscribe();
      engine?.close();
    },
  };
}
