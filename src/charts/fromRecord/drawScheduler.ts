/** When to draw a growing run again: never while a drawing is under way, and with a rest after each. */
export interface DrawScheduler {
  /** There is more to draw; soon is soon enough. */
  readonly grown: () => void;
  /** Something the reader did or waits for: now. */
  readonly changed: () => void;
  /** The drawing asked for last is on screen. */
  readonly drawn: () => void;
  readonly dispose: () => void;
}

/**
 * @param rest milliseconds from one drawing on screen to the start of the next
 * @param draw starts a drawing; `urgent` = at once, else it may be cut into slices between frames
 */
export function createDrawScheduler(rest: number, draw: (urgent: boolean) => void): DrawScheduler {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let drawing = false;
  let more = false;
  let last = Number.NEGATIVE_INFINITY;

  function stopWaiting(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    more = false;
  }
  function drawSoon(): void {
    timer = null;
    drawing = true;
    draw(false);
  }
  function wait(): void {
    timer ??= setTimeout(drawSoon, Math.max(0, last + rest - performance.now()));
  }

  return {
    grown: () => {
      if (drawing) more = true;
      else wait();
    },
    changed: () => {
      stopWaiting();
      drawing = true;
      draw(true);
    },
    drawn: () => {
      drawing = false;
      last = performance.now();
      if (!more) return;
      more = false;
      wait();
    },
    dispose: stopWaiting,
  };
}
