/** What a knob does to the draft. Pure: the same edit of the same draft gives the same experiment. */
import { LIMITS } from '../../spec/limits';
import type { PresetScheme } from '../../spec/preset';
import { PENGUIN_TASKS } from '../../spec/taskFields';
import type { DraftExperiment, LabDraft } from './labDraft';

type Training = DraftExperiment['training'];
type AngleTasks = Extract<DraftExperiment['tasks'], { source: 'angle' }>;
type PenguinTask = (typeof PENGUIN_TASKS)[number];
type Share = NonNullable<Extract<PresetScheme, { scheme: 'hard' }>['share']>;
type Layer = NonNullable<DraftExperiment['model']['trunk']>[number];

export type LabEdit =
  | { readonly knob: 'tasks'; readonly change: Partial<Omit<AngleTasks, 'source'>> }
  | { readonly knob: 'penguinTask'; readonly task: PenguinTask; readonly on: boolean }
  | { readonly knob: 'labelled'; readonly task: number; readonly rows: number | null }
  | { readonly knob: 'sweep'; readonly values: readonly number[] }
  | { readonly knob: 'training'; readonly change: Partial<Training> }
  | { readonly knob: 'evaluation'; readonly change: NonNullable<DraftExperiment['evaluation']> }
  | { readonly knob: 'trunk' | 'head'; readonly layers: readonly Layer[] }
  /** Every learning rate times this factor. */
  | { readonly knob: 'scaleRates'; readonly factor: number }
  | { readonly knob: 'lambda'; readonly arm: number; readonly lambda: number }
  | { readonly knob: 'share'; readonly arm: number; readonly share: Share }
  | { readonly knob: 'addScheme'; readonly scheme: PresetScheme }
  | { readonly knob: 'removeScheme'; readonly arm: number }
  | { readonly knob: 'taskWeights'; readonly weights: readonly number[] }
  | { readonly knob: 'seedCount'; readonly count: number }
  | { readonly knob: 'firstSeed'; readonly first: number };

/** The schemes with one replaced; its name, if it had one, is dropped, because it named the old setting. */
function replaceScheme(
  schemes: readonly PresetScheme[],
  arm: number,
  change: (scheme: PresetScheme) => PresetScheme,
): readonly PresetScheme[] {
  return schemes.map((scheme, index) => {
    if (index !== arm) return scheme;
    const { id: _named, ...unnamed } = change(scheme);
    return unnamed;
  });
}

function editPenguinTask(experiment: DraftExperiment, task: PenguinTask, on: boolean): DraftExperiment {
  const { tasks } = experiment;
  if (tasks.source !== 'penguins') return experiment;
  const before = tasks.tasks ?? PENGUIN_TASKS;
  const rows = new Map(before.map((name, index) => [name, tasks.labelled?.[index] ?? null]));
  const names = PENGUIN_TASKS.filter((name) => (name === task ? on : before.includes(name)));
  return {
    ...experiment,
    tasks: { ...tasks, tasks: names, labelled: names.map((name) => rows.get(name) ?? null) },
    // Weights are one per task; a list of another length would be refused.
    schemes: experiment.schemes.map(({ taskWeights: _weights, ...scheme }) => scheme),
  };
}

function edited(experiment: DraftExperiment, edit: LabEdit): DraftExperiment {
  const { tasks, schemes, training, model, seeds } = experiment;
  switch (edit.knob) {
    case 'tasks':
      return tasks.source === 'angle' ? { ...experiment, tasks: { ...tasks, ...edit.change } } : experiment;
    case 'penguinTask':
      return editPenguinTask(experiment, edit.task, edit.on);
    case 'labelled': {
      if (tasks.source !== 'penguins') return experiment;
      const labelled = (tasks.tasks ?? PENGUIN_TASKS).map((_, task) =>
        task === edit.task ? edit.rows : (tasks.labelled?.[task] ?? null),
      );
      return { ...experiment, tasks: { ...tasks, labelled } };
    }
    case 'sweep':
      return experiment.sweep === undefined
        ? experiment
        : { ...experiment, sweep: { ...experiment.sweep, values: edit.values } };
    case 'training':
      return { ...experiment, training: { ...training, ...edit.change } };
    case 'evaluation':
      return { ...experiment, evaluation: { ...experiment.evaluation, ...edit.change } };
    case 'scaleRates': {
      const scaled = (rate: number): number => Math.max(LIMITS.learningRate.min, rate * edit.factor);
      return {
        ...experiment,
        training: { ...training, learningRate: scaled(training.learningRate) },
        schemes: schemes.map((scheme) =>
          scheme.learningRate === undefined ? scheme : { ...scheme, learningRate: scaled(scheme.learningRate) },
        ),
      };
    }
    case 'trunk':
    case 'head':
      return { ...experiment, model: { ...model, [edit.knob]: edit.layers } };
    case 'lambda':
      return {
        ...experiment,
        schemes: replaceScheme(schemes, edit.arm, (scheme) =>
          scheme.scheme === 'soft' ? { ...scheme, lambda: edit.lambda } : scheme,
        ),
      };
    case 'share':
      return {
        ...experiment,
        schemes: replaceScheme(schemes, edit.arm, (scheme) =>
          scheme.scheme === 'hard' ? { ...scheme, share: edit.share } : scheme,
        ),
      };
    case 'addScheme':
      return { ...experiment, schemes: [...schemes, edit.scheme] };
    case 'removeScheme':
      return { ...experiment, schemes: schemes.filter((_, arm) => arm !== edit.arm) };
    case 'taskWeights':
      return { ...experiment, schemes: schemes.map((scheme) => ({ ...scheme, taskWeights: edit.weights })) };
    case 'seedCount':
      return { ...experiment, seeds: { ...seeds, count: edit.count } };
    case 'firstSeed':
      return { ...experiment, seeds: { ...seeds, first: edit.first } };
  }
}

export function editDraft(draft: LabDraft, edit: LabEdit): LabDraft {
  return { ...draft, experiment: edited(draft.experiment, edit) };
}

/** The next seeds that have not been used: those right after the present ones, from 0 again at the end of the range. */
export function nextSeeds({ seeds }: DraftExperiment): LabEdit {
  const first = seeds.first + seeds.count;
  return { knob: 'firstSeed', first: first + seeds.count - 1 > LIMITS.seed.max ? 0 : first };
}
