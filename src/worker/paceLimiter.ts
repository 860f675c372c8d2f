/** Steps saved up while waiting are worth at most this long: after a stall the run goes on, it does not race. */
const LARGEST_DEBT_MS = 100;

/** Holds training to so many steps per second on average. */
export interface PaceLimiter {
  /** `null` = flat out. Takes effect at once. */
  set(stepsPerSecond: number | null, now: number): void;
  /** How many steps may be taken now; Infinity when flat out. */
  allowed(now: number): number;
  /** Milliseconds until one step may be taken, 0 when it may. */
  wait(now: number): number;
  spend(steps: number): void;
}

export function createPaceLimiter(): PaceLimiter {
  let rate: number | null = null;
  let saved = 0;
  let since = 0;
  const collect = (now: number): void => {
    if (rate !== null)
      saved = Math.min(saved + ((now - since) * rate) / 1000, Math.max(1, (rate * LARGEST_DEBT_MS) / 1000));
    since = now;
  };
  return {
    set(stepsPerSecond, now) {
      rate = stepsPerSecond;
      // The first step of a new pace comes at once.
      saved = 1;
      since = now;
    },
    allowed(now) {
      collect(now);
      return rate === null ? Infinity : Math.floor(saved);
    },
    wait(now) {
      collect(now);
      return rate === null || saved >= 1 ? 0 : ((1 - saved) * 1000) / rate;
    },
    spend(steps) {
      if (rate !== null) saved -= steps;
    },
  };
}
