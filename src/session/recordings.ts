/**
 * The recordings that ship with the lab: a finished run per preset, so that a picture is alive before any training code
 * has loaded. Made by `npm run lab -- record <preset>`.
 */
import type { PresetId } from '../presets';
import { recordFromJson } from '../record/recording';
import type { RunRecord } from '../record/runRecord';

/**
 * One line per preset, the compiler refuses a missing one; `null` = this preset has no recording. As text (`?raw`) and
 * not as a module of a million literals: quicker to read for the browser, and for the compiler.
 */
const files: Readonly<Record<PresetId, (() => Promise<{ readonly default: string }>) | null>> = {
  'first-look': () => import('../recordings/first-look.json?raw'),
  penguins: () => import('../recordings/penguins.json?raw'),
  'penguins-few-labels': () => import('../recordings/penguins-few-labels.json?raw'),
  'angle-linear': () => import('../recordings/angle-linear.json?raw'),
  'same-task': () => import('../recordings/same-task.json?raw'),
  negated: () => import('../recordings/negated.json?raw'),
  'phase-diagram': () => import('../recordings/phase-diagram.json?raw'),
  'large-lambda': null,
  'bring-your-own': null,
  'compare-cohort': null,
  'capacity-relu': null,
  'imbalance-advice-holds': null,
  'imbalance-advice-backfires': null,
  'task-sampling': null,
  'early-stopping': null,
  'loss-scales': null,
  groups: null,
  'pair-training': null,
  'unrelated-helpers': null,
  'search-rate-lambda': null,
  'lambda-by-cross-validation': null,
  'uncertainty-recovers-noise': null,
  'related-helpers': null,
  'capacity-linear': null,
  'trace-norm': null,
  'samples-trend': null,
  'line-between-trunks': null,
  schedules: null,
  forgetting: null,
  'affinity-early': null,
  'few-labels': null,
  compression: null,
  'loss-scales-gradients': null,
  'fuse-same-base': null,
  'important-first': null,
  'text-three-tasks': null,
};

export function hasRecording(preset: PresetId): boolean {
  return files[preset] !== null;
}

/**
 * The shipped run of a preset, `null` when there is none.
 * @throws RecordingError when the file is damaged; a rejected import when it cannot be fetched.
 */
export async function loadRecording(preset: PresetId): Promise<RunRecord | null> {
  const file = files[preset];
  return file === null ? null : recordFromJson((await file()).default);
}
