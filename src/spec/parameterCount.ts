/** Exact numbers of trainable numbers, before a network exists. */
import { layerCount, type ExperimentSpec, type ModelSpec, type Scheme } from './experiment';
import type { TaskShape } from './taskShape';
import { inputWidth, taskShapes } from './taskShapes';

/** Weights and biases of each layer of a tower with `outputs` outputs, from the input on. */
export function layerSizes(model: ModelSpec, inputs: number, outputs: number): readonly number[] {
  const widths = [...model.trunk, ...model.head].map((layer) => layer.units);
  let before = inputs;
  return [...widths, outputs].map((width) => {
    const size = before * width + width;
    before = width;
    return size;
  });
}

/**
 * Trainable numbers of one network under a scheme: tied layers count once, all others once per task, each head with
 * its task's real output width. P_hard = |shared| + sum_t |own_t|; P_soft = P_alone = sum_t |tower_t|.
 */
export function parameterCount(model: ModelSpec, inputs: number, shapes: readonly TaskShape[], scheme: Scheme): number {
  const tied = scheme.kind === 'hard' ? Math.min(scheme.sharedLayers, layerCount(model)) : 0;
  const towers = shapes.map((shape) => layerSizes(model, inputs, shape.outputs));
  const own = sum(towers.map((sizes) => sum(sizes.slice(tied))));
  return own + sum((towers[0] ?? []).slice(0, tied));
}

/** {@link parameterCount} of every arm of an experiment, in order. */
export function parameterCounts(spec: Pick<ExperimentSpec, 'points' | 'arms' | 'model'>): readonly number[] {
  const source = spec.points[0]?.tasks;
  if (source === undefined) return spec.arms.map(() => 0);
  const shapes = taskShapes(source);
  return spec.arms.map((arm) => parameterCount(spec.model, inputWidth(source), shapes, arm.scheme));
}

/** Length P of one row of theta[L][T][P]: a tower padded to the widest output. */
export function towerParameters(model: ModelSpec, inputs: number, shapes: readonly TaskShape[]): number {
  return sum(layerSizes(model, inputs, Math.max(0, ...shapes.map((shape) => shape.outputs))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
