/** The time a session lives in: real frames in the page, a hand-moved one in tests. */
export interface SessionClock {
  /** Milliseconds, from any origin. */
  now(): number;
  /** Calls back once, at the next frame; returns what cancels it. */
  onFrame(callback: () => void): () => void;
}

/**
 * Frames of the browser where there are any. A hidden tab gets no frames, so a slow timer runs beside them: a run that
 * ends in the background is still seen to end. Without browser (Node) the timer alone, at 60 Hz.
 */
export function createFrameClock(): SessionClock {
  const hasFrames = typeof globalThis.requestAnimationFrame === 'function';
  return {
    now: () => performance.now(),
    onFrame: (callback) => {
      const cancel = (): void => {
        clearTimeout(timer);
        if (frame !== null) cancelAnimationFrame(frame);
      };
      const fire = (): void => {
        cancel();
        callback();
      };
      const timer = setTimeout(fire, hasFrames ? 500 : 1000 / 60);
      const frame = hasFrames ? requestAnimationFrame(fire) : null;
      return cancel;
    },
  };
}
