import { cosDegrees } from '../numeric/elementary';
import type { ScheduleSpec } from '../spec/experiment';

/**
 * Factor on the learning rate at `step` (0-based) of a run of `steps` steps.
 * - constant: 1
 * - step: factor^floor(step / every)
 * - cosine: floor + (1 - floor) (1 + cos(pi step / steps)) / 2 (Loshchilov & Hutter 2017, without restarts)
 */
export function scheduleFactor(schedule: ScheduleSpec, step: number, steps: number): number {
  switch (schedule.kind) {
    case 'constant':
      return 1;
    case 'step': {
      // Repeated multiplication instead of `**`: engines may differ in the last bit of a power.
      let factor = 1;
      for (let passed = Math.floor(step / schedule.every); passed > 0; passed--) factor *= schedule.factor;
      return factor;
    }
    case 'cosine':
      return schedule.floor + ((1 - schedule.floor) * (1 + cosDegrees((180 * Math.min(step, steps)) / steps))) / 2;
  }
}
