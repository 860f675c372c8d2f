import type { ArmSpec, ModelSpec, TrainingSpec } from '../../../spec/experiment';
import { resolveArm } from '../../../spec/resolveArms';
import { resolveModel, resolveTraining } from '../../../spec/resolveTraining';
import type { TaskShape } from '../../../spec/taskShape';
import { sourceOf, type DraftExperiment, type LabDraft } from '../labDraft';

/** What the knobs of a draft stand for, whether or not all of it fits together. */
export interface DraftTowers {
  /** One per scheme of the draft. */
  readonly arms: readonly ArmSpec[];
  readonly shapes: readonly TaskShape[];
  readonly model: ModelSpec;
  readonly training: TrainingSpec;
}

/** @param before the draft until now: its tasks stay where the new ones make no sense */
export function draftTowers(
  experiment: DraftExperiment,
  before: { readonly draft: LabDraft; readonly towers: DraftTowers } | null,
): DraftTowers {
  const same = before?.draft.experiment.tasks === experiment.tasks;
  const shapes = (same ? undefined : sourceOf(experiment.tasks)?.shapes) ?? before?.towers.shapes ?? [];
  const model = resolveModel(experiment.model);
  const training = resolveTraining(experiment.training);
  const setting = {
    tasks: shapes.map(({ name }) => name),
    model,
    optimizer: training.optimizer,
    steps: training.steps,
    learningRate: experiment.training.learningRate,
  };
  return { arms: experiment.schemes.map((scheme) => resolveArm(scheme, setting)), shapes, model, training };
}
