/** Ways over the landscape. */
import type { ArmMark } from '../../ui/armMark';

export interface Trajectory {
  /** x0, y0, x1, y1, ... */
  readonly points: ArrayLike<number>;
  /** Where it is now: still on its way, on the Pareto set, or stuck elsewhere. */
  readonly state: 'running' | 'reached' | 'stuck';
}

export interface LandscapeMethod {
  readonly arm: ArmMark;
  /** One per start. */
  readonly runs: readonly Trajectory[];
}
