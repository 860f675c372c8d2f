/** Exact numbers of trainable numbers of networks whose towers exchange activations. */
import type { LayerSpec, ModelSpec } from './experiment';
import type { AdaptersScheme, ExpertsScheme, MixedScheme } from './scheme';
import type { TaskShape } from './taskShape';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Widths before and after every layer. */
function layerWidths(
  inputs: number,
  layers: readonly Pick<LayerSpec, 'units'>[],
): readonly (readonly [number, number])[] {
  return layers.map(({ units }, index) => [index === 0 ? inputs : (layers[index - 1]?.units ?? 0), units]);
}

/** Weights and biases of dense layers on `inputs` numbers. */
function denseSize(inputs: number, layers: readonly Pick<LayerSpec, 'units'>[]): number {
  return sum(layerWidths(inputs, layers).map(([before, after]) => before * after + after));
}

/** The heads of all tasks on `features` numbers, each with its task's real outputs. */
function headsSize(model: ModelSpec, features: number, shapes: readonly TaskShape[]): number {
  return sum(shapes.map(({ outputs }) => denseSize(features, [...model.head, { units: outputs }])));
}

function expertsSize(scheme: ExpertsScheme, model: ModelSpec, inputs: number, tasks: number): number {
  const { gating, experts, ownExperts, units, levels } = scheme;
  const layers = model.trunk.map(() => ({ units }));
  const perLevel = Array.from({ length: levels }, (_, level) => {
    const width = level === 0 ? inputs : units;
    const networks = (experts + tasks * ownExperts) * denseSize(width, layers);
    const gates = (gating === 'common' ? 1 : tasks) * width * (experts + ownExperts);
    const sharedGate = level < levels - 1 ? width * (experts + tasks * ownExperts) : 0;
    return networks + gates + sharedGate;
  });
  return sum(perLevel);
}

function adaptersSize(scheme: AdaptersScheme, model: ModelSpec, inputs: number, tasks: number): number {
  return tasks * scheme.rank * sum(layerWidths(inputs, model.trunk).map(([before, after]) => before + after));
}

/**
 * Trainable numbers of one network: towers, mixing weights, gates, heads with each task's real outputs. The discriminator
 * of shared-private networks is not counted: it is thrown away after training. Adapters count beside the trunk they correct.
 */
export function mixedParameterCount(
  scheme: MixedScheme,
  model: ModelSpec,
  inputs: number,
  shapes: readonly TaskShape[],
): number {
  const tasks = shapes.length;
  const width = model.trunk.at(-1)?.units ?? inputs;
  const trunk = denseSize(inputs, model.trunk);
  const heads = headsSize(model, width, shapes);
  const depth = model.trunk.length;
  switch (scheme.kind) {
    case 'cross-stitch':
      return tasks * trunk + heads + sum(model.trunk.map(({ units }) => tasks * tasks * units));
    case 'sluice':
      return tasks * trunk + heads + depth * (scheme.subspaces * tasks) ** 2 + depth * tasks;
    case 'shared-private':
      return (1 + tasks) * trunk + headsSize(model, 2 * width, shapes);
    case 'experts':
      return expertsSize(scheme, model, inputs, tasks) + headsSize(model, scheme.units, shapes);
    case 'adapters':
      return trunk + heads + adaptersSize(scheme, model, inputs, tasks);
  }
}
