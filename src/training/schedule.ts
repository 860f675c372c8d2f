import { cosDegrees, exp, log } from '../numeric/elementary';
import type { ScheduleSpec } from '../spec/experiment';

/**
 * Factor on the learning rate at `step` (0-based) of a run of `steps` steps.
 * - constant: 1
 * - step: factor^floor(step / every)
 * - cosine: floor + (1 - floor) (1 + cos(pi step / steps)) / 2 (Loshchilov & Hutter 2017, without restarts)
 * - exponential: factor^(step / every)
 * - warmup: min(1, (step + 1) / its steps), so that the first step moves already and the last of them is full (Goyal et al. 2017)
 */
export function scheduleFactor(schedule: ScheduleSpec, step: number, steps: number): number {
  switch (schedule.kind) {
    case 'constant':
      return 1;
    case 'step':
      return wholePower(schedule.factor, Math.floor(step / schedule.every));
    case 'cosine':
      return schedule.floor + ((1 - schedule.floor) * (1 + cosDegrees((180 * Math.min(step, steps)) / steps))) / 2;
    case 'exponential': {
      const whole = Math.floor(step / schedule.every);
      const rest = step / schedule.every - whole;
      return wholePower(schedule.factor, whole) * exp(rest * log(schedule.factor));
    }
    case 'warmup':
      return Math.min(1, (step + 1) / schedule.steps);
  }
}

/** Repeated multiplication instead of `**`: engines may differ in the last bit of a power. */
function wholePower(base: number, exponent: number): number {
  let power = 1;
  for (let left = exponent; left > 0; left--) power *= base;
  return power;
}
