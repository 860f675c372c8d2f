/**
 * What the reader is putting together: a preset whose knobs have been turned. The draft is itself an experiment as
 * presets write it, with every default that a knob shows written out, so that it can be resolved, linked and saved.
 */
import { checkLandscape } from '../../spec/checks/checkLandscape';
import { checkTasks } from '../../spec/checks/checkTasks';
import type { Preset, PresetExperiment, PresetScheme, PresetTasks } from '../../spec/preset';
import { resolve, tryResolve, type Resolution } from '../../spec/resolve';
import { completeSchemes } from '../../spec/resolveArms';
import { resolveTasks } from '../../spec/resolveTasks';
import type { SpecProblem } from '../../spec/specProblem';
import type { TaskShape } from '../../spec/taskShape';
import { taskShapes } from '../../spec/taskShapes';
import type { TaskSource } from '../../spec/taskSource';
import type { Dropped } from './data/dropped';
import { explicitTasks } from './data/explicitTasks';

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
  /** Set by a change of data: what it left out, and the way back. Any other change settles it. */
  readonly left: { readonly dropped: readonly Dropped[]; readonly before: DraftExperiment } | null;
}

function explicitScheme(scheme: PresetScheme): PresetScheme {
  if (scheme.scheme !== 'soft') return scheme;
  return { penalty: 'pairwise', coupling: 'auto', ...scheme };
}

/** @throws SpecProblemError when the preset does not make an experiment */
export function openDraft(preset: Preset): LabDraft {
  const spec = resolve(preset);
  const { experiment } = preset;
  const original: DraftExperiment = {
    ...experiment,
    tasks: explicitTasks(experiment.tasks),
    schemes: completeSchemes(experiment.schemes).map(explicitScheme),
    seeds: { first: spec.seeds[0] ?? 0, count: spec.seeds.length },
    model: spec.model,
    training: { learningRate: spec.arms[0]?.learningRate ?? 0, ...experiment.training, ...spec.training },
  };
  return { preset, original, experiment: original, left: null };
}

/**
 * The draft as a preset: what a link carries and a file holds. What the author promised of the original is left out
 * once a knob has been turned: it may name ways of sharing that are gone, and then nobody could open the link.
 */
export function draftPreset({
  preset,
  original,
  experiment,
}: Pick<LabDraft, 'preset' | 'original' | 'experiment'>): Preset {
  if (experiment === original) return { ...preset, experiment };
  const { check: _promised, quick: _quick, verdict: _verdict, ...rest } = preset;
  return { ...rest, experiment };
}

/** The experiment the draft makes, or everything that stands in its way. */
export function resolveDraft(draft: LabDraft): Resolution {
  return resolveExperiment(draft.experiment);
}

function resolveExperiment(experiment: DraftExperiment): Resolution {
  const resolution = tryResolve({ experiment });
  if (!resolution.ok) return resolution;
  const problems = checkLandscape(resolution.spec, 0);
  return problems.length > 0 ? { ok: false, problems } : resolution;
}

/** Everything that stands in the way of an experiment. */
export function experimentProblems(experiment: DraftExperiment): readonly SpecProblem[] {
  const resolution = resolveExperiment(experiment);
  return resolution.ok ? [] : resolution.problems;
}

/** A source with every setting, and its tasks; `null` for one whose settings do not fit together. */
export function sourceOf(
  tasks: PresetTasks,
): { readonly source: TaskSource; readonly shapes: readonly TaskShape[] } | null {
  if (checkTasks({ tasks }).length > 0) return null;
  const source = resolveTasks(tasks);
  return { source, shapes: taskShapes(source) };
}
