/** Work aimed at per burst: short enough that a pause is obeyed at once and a shared GPU can draw in between. */
const TARGET_MS = 6;
/** Clocks are coarse (0.1 ms without isolation); a burst never counts as shorter than this. */
const LEAST_MS = 0.05;
/** Weight of the newest burst in the running mean of the time per step. */
const NEWEST = 0.3;

/** Sizes bursts by time: few steps of a big cohort, many of a small one. */
export interface BurstSizer {
  /** Steps the next burst should take, >= 1. */
  readonly steps: number;
  /** A burst of `steps` steps took `milliseconds` from its start, or from the end of the one before it, to its end. */
  record(steps: number, milliseconds: number): void;
}

export function createBurstSizer(targetMs: number = TARGET_MS): BurstSizer {
  let steps = 1;
  let perStep: number | null = null;
  return {
    get steps() {
      return steps;
    },
    record(taken, milliseconds) {
      const measured = Math.max(milliseconds, LEAST_MS) / taken;
      perStep = perStep === null ? measured : perStep + NEWEST * (measured - perStep);
      // A burst that was far too long counts at once, a short one step by step: twice the size at most.
      const fitting = Math.floor(targetMs / Math.max(perStep, measured > targetMs ? measured : 0));
      steps = Math.max(1, Math.min(fitting, 2 * Math.max(steps, taken)));
    },
  };
}
