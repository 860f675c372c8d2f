import type { ArmMark } from '../ui/armMark';
import type { CurvePoints } from './curveSeries';

/** One line of a panel. Stroke comes from the arm, hue from the task; `null` hue = ink. */
export interface PanelLine {
  readonly key: string;
  readonly arm: ArmMark;
  readonly hue: number | null;
  readonly points: CurvePoints;
  /** `full`: test. `faint`: training, thinner and paler. `ghost`: an earlier run, grey. */
  readonly role: 'full' | 'faint' | 'ghost';
  /** Word in the read-out, e.g. the split; empty when the arm says enough. */
  readonly note: string;
}
