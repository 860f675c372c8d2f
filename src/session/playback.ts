import type { SessionClock } from './sessionClock';

/** Moves a place through a finished record, frame by frame. */
export interface Playback {
  /** From `from` to `last` at `rate` entries a second; `onPlace` at every change, `onEnd` after the last. */
  play(from: number, last: number, rate: number): void;
  stop(): void;
}

export function createPlayback(clock: SessionClock, onPlace: (place: number) => void, onEnd: () => void): Playback {
  let cancel = (): void => undefined;
  const stop = (): void => {
    cancel();
    cancel = () => undefined;
  };
  return {
    stop,
    play: (from, last, rate) => {
      stop();
      const start = clock.now();
      let place = from;
      const frame = (): void => {
        // Time decides, not the count of frames: a slow page skips entries instead of slowing the run down.
        const next = Math.min(last, from + Math.floor(((clock.now() - start) / 1000) * rate));
        if (next !== place) onPlace((place = next));
        if (place < last) cancel = clock.onFrame(frame);
        else onEnd();
      };
      cancel = clock.onFrame(frame);
    },
  };
}
