/**
 * The recordings that ship with the lab: a finished run per preset, so that a picture is alive before any training code
 * has loaded. Made by `npm run lab -- record <preset>`.
 */
import type { PresetId } from '../presets';
import { recordFromJson } from '../record/recording';
import type { RunRecord } from '../record/runRecord';

/**
 * One line per recording; presets without one train at once. As text (`?raw`) and not as a module of a million literals:
 * quicker to read for the browser, and for the compiler.
 */
const files: Readonly<Partial<Record<PresetId, () => Promise<{ readonly default: string }>>>> = {
  'first-look': () => import('../recordings/first-look.json?raw'),
  penguins: () => import('../recordings/penguins.json?raw'),
  'penguins-few-labels': () => import('../recordings/penguins-few-labels.json?raw'),
  'angle-linear': () => import('../recordings/angle-linear.json?raw'),
  'same-task': () => import('../recordings/same-task.json?raw'),
  negated: () => import('../recordings/negated.json?raw'),
  'phase-diagram': () => import('../recordings/phase-diagram.json?raw'),
};

export function hasRecording(preset: PresetId): boolean {
  return files[preset] !== undefined;
}

/**
 * The shipped run of a preset, `null` when there is none.
 * @throws RecordingError when the file is damaged; a rejected import when it cannot be fetched.
 */
export async function loadRecording(preset: PresetId): Promise<RunRecord | null> {
  const file = files[preset];
  return file === undefined ? null : recordFromJson((await file()).default);
}
