/** Network, training and measuring with every default written out. */
import { DEFAULTS, defaultEvaluationInterval } from './defaults';
import type { EvaluationSpec, LayerSpec, ModelSpec, OptimizerSpec, ScheduleSpec, TrainingSpec } from './experiment';
import type { PresetExperiment } from './preset';

type PresetModel = NonNullable<PresetExperiment['model']>;
type PresetTraining = NonNullable<PresetExperiment['training']>;

export function resolveModel(model: PresetModel = {}): ModelSpec {
  return {
    trunk: model.trunk?.map(resolveLayer) ?? DEFAULTS.trunk,
    head: model.head?.map(resolveLayer) ?? DEFAULTS.head,
    headStart: model.headStart ?? DEFAULTS.headStart,
  };
}

function resolveLayer(layer: NonNullable<PresetModel['trunk']>[number]): LayerSpec {
  return { units: layer.units, activation: layer.activation ?? DEFAULTS.activation };
}

export function resolveTraining(training: PresetTraining = {}): TrainingSpec {
  return {
    steps: training.steps ?? DEFAULTS.steps,
    batch: training.batch ?? DEFAULTS.batch,
    optimizer: resolveOptimizer(training.optimizer),
    schedule: resolveSchedule(training.schedule),
  };
}

export function resolveOptimizer(optimizer: PresetTraining['optimizer']): OptimizerSpec {
  switch (optimizer?.kind) {
    case undefined:
      return DEFAULTS.adam;
    case 'sgd':
      return { kind: 'sgd' };
    case 'momentum':
      return { kind: 'momentum', momentum: optimizer.momentum ?? DEFAULTS.momentum };
    case 'adam':
      return { ...DEFAULTS.adam, ...optimizer };
  }
}

function resolveSchedule(schedule: PresetTraining['schedule']): ScheduleSpec {
  switch (schedule?.kind) {
    case undefined:
    case 'constant':
      return DEFAULTS.schedule;
    case 'step':
      return { kind: 'step', every: schedule.every, factor: schedule.factor ?? DEFAULTS.scheduleStepFactor };
    case 'cosine':
      return { kind: 'cosine', floor: schedule.floor ?? DEFAULTS.scheduleFloor };
    case 'exponential':
      return { kind: 'exponential', every: schedule.every, factor: schedule.factor ?? DEFAULTS.scheduleStepFactor };
    case 'warmup':
      return { kind: 'warmup', steps: schedule.steps };
  }
}

/** Gradients are measured on trunk columns: a model without a trunk has none. */
export function resolveEvaluation(
  evaluation: PresetExperiment['evaluation'],
  at: { readonly steps: number; readonly lanes: number; readonly trunkLayers: number },
): EvaluationSpec {
  return {
    every: evaluation?.every ?? defaultEvaluationInterval(at.steps),
    gradients: evaluation?.gradients ?? (at.lanes <= DEFAULTS.gradientLanes && at.trunkLayers > 0),
    probes: evaluation?.probes ?? [],
  };
}
