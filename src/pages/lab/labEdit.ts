/** What a knob does to the draft. Pure: the same edit of the same draft gives the same experiment. */
import { LIMITS } from '../../spec/limits';
import type { PresetScheme, PresetSweep, PresetTasks } from '../../spec/preset';
import { armEdited, type ArmEdit } from './arms/armEdit';
import { uniquelyNamed } from './arms/uniquelyNamed';
import { fitExperiment } from './data/fitExperiment';
import { sourceTaskSwitched } from './data/sourceTaskSwitched';
import type { DraftExperiment, LabDraft } from './labDraft';

type Training = DraftExperiment['training'];
type Layer = NonNullable<DraftExperiment['model']['trunk']>[number];

type DataEdit =
  /** Settings of the source of data, by their names in its form. */
  | { readonly knob: 'tasks'; readonly change: Readonly<Record<string, unknown>> }
  /** Another source of data; what of the experiment does not fit is left out. */
  | { readonly knob: 'source'; readonly tasks: PresetTasks }
  /** Of a source whose tasks can be chosen. */
  | { readonly knob: 'sourceTask'; readonly task: string; readonly on: boolean };

export type LabEdit =
  | DataEdit
  | { readonly knob: 'labelled'; readonly task: number; readonly rows: number | null }
  | { readonly knob: 'sweep'; readonly values: readonly number[] }
  /** `null`: nothing is swept. */
  | { readonly knob: 'sweepOver'; readonly sweep: PresetSweep | null }
  | { readonly knob: 'training'; readonly change: Partial<Training> }
  | { readonly knob: 'evaluation'; readonly change: NonNullable<DraftExperiment['evaluation']> }
  | { readonly knob: 'trunk' | 'head'; readonly layers: readonly Layer[] }
  /** Every learning rate times this factor. */
  | { readonly knob: 'scaleRates'; readonly factor: number }
  | { readonly knob: 'addScheme'; readonly scheme: PresetScheme }
  | { readonly knob: 'removeScheme'; readonly arm: number }
  | { readonly knob: 'taskWeights'; readonly weights: readonly number[] }
  | { readonly knob: 'seedCount'; readonly count: number }
  | { readonly knob: 'firstSeed'; readonly first: number }
  | ArmEdit;

/** What is not a change of data: nothing has to make way for it. */
function edited(experiment: DraftExperiment, edit: Exclude<LabEdit, DataEdit>): DraftExperiment {
  const { tasks, schemes, training, model, seeds } = experiment;
  switch (edit.knob) {
    case 'labelled': {
      if (tasks.source !== 'penguins' && tasks.source !== 'weather' && tasks.source !== 'own') return experiment;
      const labelled = tasks.labelled?.map((rows, task) => (task === edit.task ? edit.rows : rows)) ?? [];
      return { ...experiment, tasks: { ...tasks, labelled } };
    }
    case 'sweep':
      return experiment.sweep === undefined
        ? experiment
        : { ...experiment, sweep: { ...experiment.sweep, values: edit.values } };
    case 'sweepOver': {
      const { sweep: _before, ...unswept } = experiment;
      return edit.sweep === null ? unswept : { ...unswept, sweep: edit.sweep };
    }
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
      return uniquelyNamed({ ...experiment, model: { ...model, [edit.knob]: edit.layers } });
    case 'addScheme':
      return uniquelyNamed({ ...experiment, schemes: [...schemes, edit.scheme] });
    case 'removeScheme':
      return { ...experiment, schemes: schemes.filter((_, arm) => arm !== edit.arm) };
    case 'taskWeights':
      return { ...experiment, schemes: schemes.map((scheme) => ({ ...scheme, taskWeights: edit.weights })) };
    case 'seedCount':
      return { ...experiment, seeds: { ...seeds, count: edit.count } };
    case 'firstSeed':
      return { ...experiment, seeds: { ...seeds, first: edit.first } };
    default:
      return armEdited(experiment, edit);
  }
}

function tasksAfter(tasks: PresetTasks, edit: DataEdit): PresetTasks {
  switch (edit.knob) {
    case 'tasks':
      return { ...tasks, ...edit.change };
    case 'source':
      return edit.tasks;
    case 'sourceTask':
      return sourceTaskSwitched(tasks, edit.task, edit.on);
  }
}

export function editDraft(draft: LabDraft, edit: LabEdit): LabDraft {
  const { experiment: before, original } = draft;
  switch (edit.knob) {
    case 'tasks':
    case 'source':
    case 'sourceTask': {
      const { experiment, dropped } = fitExperiment(before, tasksAfter(before.tasks, edit), original);
      const left = experiment.tasks.source !== before.tasks.source || dropped.length > 0 ? { dropped, before } : null;
      return { ...draft, experiment, left };
    }
    default:
      return { ...draft, experiment: edited(before, edit), left: null };
  }
}

/** The draft before the newest change of data. */
export function putBack(draft: LabDraft): LabDraft {
  return draft.left === null ? draft : { ...draft, experiment: draft.left.before, left: null };
}

/** The next seeds that have not been used: those right after the present ones, from 0 again at the end of the range. */
export function nextSeeds({ seeds }: DraftExperiment): LabEdit {
  const first = seeds.first + seeds.count;
  return { knob: 'firstSeed', first: first + seeds.count - 1 > LIMITS.seed.max ? 0 : first };
}
