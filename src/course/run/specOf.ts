import type { ExperimentSpec } from '../../spec/experiment';
import type { Preset } from '../../spec/preset';
import { resolve } from '../../spec/resolve';
import type { RunChanges } from './presetRun';

/** The preset's experiment with what the reader changed; fewer steps keep the preset's evaluations per run. */
export function specOf(preset: Preset, { seeds, steps }: RunChanges): ExperimentSpec {
  return resolve(preset, { seeds: { count: seeds }, training: { steps } });
}
