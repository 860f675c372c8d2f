/**
 * Rations what a screen reader is told: the newest message, at most one every `interval` milliseconds; an urgent one at
 * once. Time is injected, so that the rationing can be tested.
 */
export interface Clock {
  readonly now: () => number;
  /** Returns the cancelling function. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export interface Announcer {
  say(message: string, urgent: boolean): void;
  dispose(): void;
}

export function createAnnouncer(interval: number, speak: (message: string) => void, clock: Clock): Announcer {
  let last = Number.NEGATIVE_INFINITY;
  let spoken = '';
  let waiting: string | null = null;
  let cancel: (() => void) | null = null;

  const flush = (): void => {
    cancel?.();
    cancel = null;
    if (waiting !== null && waiting !== spoken) {
      spoken = waiting;
      last = clock.now();
      speak(spoken);
    }
    waiting = null;
  };

  return {
    say(message, urgent) {
      waiting = message;
      const wait = last + interval - clock.now();
      if (urgent || wait <= 0) flush();
      else cancel ??= clock.after(wait, flush);
    },
    dispose() {
      cancel?.();
      cancel = null;
    },
  };
}

export const browserClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const id = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(id);
    };
  },
};
