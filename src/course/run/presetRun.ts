import type { ShownRun } from '../../charts/fromRecord/useShownRecord';
import type { PresetId } from '../../presets';
import type { RunRecord } from '../../record/runRecord';
import type { Session } from '../../session/session';

/** What a reader may change before a run; the rest is the preset's. */
export interface RunChanges {
  readonly seeds?: number;
  readonly steps?: number;
}

/** A preset under the reader's hands: its recording first, this machine's own run when asked for. */
export interface PresetRun {
  readonly preset: PresetId;
  readonly session: Session;
  /** For drawing; a growing record arrives about ten times a second. */
  readonly state: ShownRun;
  /** `missing`: no recording is shipped; there is only "run it here". */
  readonly recording: 'loading' | 'shipped' | 'missing';
  /** What to draw: the live record or the recording; while a new run is being opened, still the one before. */
  readonly record: RunRecord | null;
  /** Index into `record.evaluations`, `-1` = the newest. */
  readonly evaluation: number;
  /** Train on this machine, from the first step. */
  readonly runHere: (changes?: RunChanges) => void;
  /** Run or pause: trains here when a recording is shown. */
  readonly toggle: (changes?: RunChanges) => void;
  readonly pause: () => void;
  readonly showRecording: () => void;
}
