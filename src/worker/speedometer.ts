/** Speed is told over about the last second: steadier than over the last burst, quicker than over the whole run. */
const WINDOW_MS = 1000;

export interface Speedometer {
  /** Training (re)starts: what was before does not count. */
  start(completed: number): void;
  /** Steps per second of the last stretch, given the steps completed so far. */
  read(completed: number): number;
}

export function createSpeedometer(now: () => number): Speedometer {
  let samples: { readonly at: number; readonly completed: number }[] = [];
  return {
    start: (completed) => {
      samples = [{ at: now(), completed }];
    },
    read: (completed) => {
      const at = now();
      samples.push({ at, completed });
      // The oldest sample kept is the newest one that is at least a window old.
      while (samples.length > 2 && at - (samples[1]?.at ?? at) >= WINDOW_MS) samples.shift();
      const first = samples[0];
      if (first === undefined || at <= first.at) return 0;
      return ((completed - first.completed) * 1000) / (at - first.at);
    },
  };
}
