/** Exact numbers of trainable numbers, before a network exists. */
import { armModel, lastScheme } from './armModel';
import { layerCount, type ExperimentSpec, type ModelSpec } from './experiment';
import { mixedParameterCount } from './mixedParameters';
import { isRowScheme, type Scheme } from './scheme';
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
 * Trainable numbers of one network under a scheme: tied layers count once per group, all others once per task, each head
 * with its task's real output width. P_hard = |shared| + sum_t |own_t|; P_soft = P_alone = sum_t |tower_t|; meta-learning
 * keeps the one common start.
 */
export function parameterCount(model: ModelSpec, inputs: number, shapes: readonly TaskShape[], scheme: Scheme): number {
  if (!isRowScheme(scheme)) return mixedParameterCount(scheme, model, inputs, shapes);
  const towers = shapes.map((shape) => layerSizes(model, inputs, shape.outputs));
  const common = sum(towers[0] ?? []);
  switch (scheme.kind) {
    case 'alone':
    case 'soft':
      return sum(towers.map(sum));
    case 'meta':
      return common;
    case 'hard': {
      const tied = Math.min(scheme.sharedLayers, layerCount(model));
      const grouped = scheme.groups?.flat() ?? shapes.map((_, task) => task);
      const copies = (scheme.groups?.length ?? 1) + (shapes.length - grouped.length);
      return sum(towers.map((sizes) => sum(sizes.slice(tied)))) + copies * sum((towers[0] ?? []).slice(0, tied));
    }
  }
}

/** {@link parameterCount} of every arm of an experiment, in order, in the width of the first point. */
export function parameterCounts(spec: Pick<ExperimentSpec, 'points' | 'arms' | 'model'>): readonly number[] {
  const [point] = spec.points;
  if (point === undefined) return spec.arms.map(() => 0);
  const shapes = taskShapes(point.tasks);
  return spec.arms.map((arm) =>
    parameterCount(armModel(spec, point, arm), inputWidth(point.tasks), shapes, lastScheme(arm)),
  );
}

/** Length P of one row of theta[L][T][P]: a tower padded to the widest output. */
export function towerParameters(model: ModelSpec, inputs: number, shapes: readonly TaskShape[]): number {
  return sum(layerSizes(model, inputs, Math.max(0, ...shapes.map((shape) => shape.outputs))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
