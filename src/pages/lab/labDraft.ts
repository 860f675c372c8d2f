/**
 * What the reader is putting together: a preset whose knobs have been turned. The draft is itself an experiment as
 * presets write it, with every default that a knob shows written out, so that it can be resolved, linked and saved.
 */
import type { TaskSource } from '../../spec/experiment';
import type { Preset, PresetExperiment, PresetScheme, PresetTasks } from '../../spec/preset';
import { resolve, tryResolve, type Resolution } from '../../spec/resolve';
import { completeSchemes } from '../../spec/resolveArms';

/** An experiment in which nothing that a knob shows is left to a default. */
export interface DraftExperiment extends PresetExperiment {
  readonly schemes: readonly PresetScheme[];
  readonly seeds: { readonly first: number; readonly count: number };
  readonly model: Required<NonNullable<PresetExperiment['model']>>;
  readonly training: Required<NonNullable<PresetExperiment['training']>>;
}

export interface LabDraft {
  /** As its author wrote it. */
  readonly preset: Preset;
  /** As the knobs stood when the preset was opened: what "put back" goes to. */
  readonly original: DraftExperiment;
  readonly experiment: DraftExperiment;
}

function explicitTasks(tasks: PresetTasks, source: TaskSource): PresetTasks {
  // A table's knobs are its numbers; there is nothing to write out. The other sources read back as they resolve.
  return source.source === 'table' ? tasks : source;
}

function explicitScheme(scheme: PresetScheme): PresetScheme {
  if (scheme.scheme !== 'soft') return scheme;
  return { penalty: 'pairwise', coupling: 'auto', ...scheme };
}

/** @throws SpecProblemError when the preset does not make an experiment */
export function openDraft(preset: Preset): LabDraft {
  const spec = resolve(preset);
  const { experiment } = preset;
  const source = spec.points[0]?.tasks;
  const original: DraftExperiment = {
    ...experiment,
    tasks: source === undefined ? experiment.tasks : explicitTasks(experiment.tasks, source),
    schemes: completeSchemes(experiment.schemes).map(explicitScheme),
    seeds: { first: spec.seeds[0] ?? 0, count: spec.seeds.length },
    model: spec.model,
    training: { learningRate: spec.arms[0]?.learningRate ?? 0, ...experiment.training, ...spec.training },
  };
  return { preset, original, experiment: original };
}

/**
 * The draft as a preset: what a link carries and a file holds. What the author promised of the original is left out
 * once a knob has been turned: it may name ways of sharing that are gone, and then nobody could open the link.
 */
export function draftPreset({ preset, original, experiment }: LabDraft): Preset {
  if (experiment === original) return { ...preset, experiment };
  const { check: _promised, ...rest } = preset;
  return { ...rest, experiment };
}

/** The experiment the draft makes, or everything that stands in its way. */
export function resolveDraft(draft: LabDraft): Resolution {
  return tryResolve(draftPreset(draft));
}
