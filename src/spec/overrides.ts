/** Changes that a page's knobs, a link or the command line make to a preset's experiment. */
import type { PresetExperiment, PresetTasks } from './preset';

/**
 * Sections are merged field by field (`{ seeds: { count: 3 } }` keeps the first seed), lists are replaced whole.
 * `tasks` may leave out `source`; with another source, it replaces the preset's tasks. `sweep: null` removes the sweep.
 * Fields that are `undefined` change nothing.
 */
export interface Overrides {
  readonly tasks?: PresetTasks | Readonly<Record<string, unknown>> | undefined;
  readonly sweep?: PresetExperiment['sweep'] | null | undefined;
  readonly schemes?: PresetExperiment['schemes'] | undefined;
  readonly seeds?: Section<'seeds'>;
  readonly model?: Section<'model'>;
  readonly training?: Section<'training'>;
  readonly evaluation?: Section<'evaluation'>;
}

type Section<K extends 'seeds' | 'model' | 'training' | 'evaluation'> =
  | { readonly [F in keyof NonNullable<PresetExperiment[K]>]?: NonNullable<PresetExperiment[K]>[F] | undefined }
  | undefined;

/** The experiment with the changes made; still to be checked, for nobody promises that the changes are allowed. */
export function mergeOverrides(experiment: PresetExperiment, overrides: Overrides): Record<string, unknown> {
  const { tasks, sweep, schemes } = overrides;
  const otherSource = tasks?.source !== undefined && tasks.source !== experiment.tasks.source;
  return defined({
    ...experiment,
    tasks: otherSource ? tasks : merged(experiment.tasks, tasks),
    sweep: sweep === null ? undefined : (sweep ?? experiment.sweep),
    schemes: schemes ?? experiment.schemes,
    seeds: merged(experiment.seeds, overrides.seeds),
    model: merged(experiment.model, overrides.model),
    training: merged(experiment.training, overrides.training),
    evaluation: merged(experiment.evaluation, overrides.evaluation),
  });
}

function merged(section: object | undefined, change: object | undefined): object | undefined {
  return change === undefined ? section : { ...section, ...defined(change) };
}

function defined(object: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
