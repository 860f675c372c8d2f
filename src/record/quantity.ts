/** The measured quantities of an evaluation, by what their last index counts. */
import { laneIndex, layerCount } from '../spec/experiment';
import { isRowScheme } from '../spec/scheme';
import { LINE_POINTS, type Evaluation } from '../training/events';
import type { RunRecord } from './runRecord';

export const taskQuantities = [
  'trainLoss',
  'validationLoss',
  'testLoss',
  'validationScore',
  'testScore',
  'gradientNorm',
] as const;
export const layerQuantities = ['distance', 'relativeDistance', 'weightCosine'] as const;
export const pairQuantities = ['gradientCosine'] as const;

export type TaskQuantity = (typeof taskQuantities)[number];
export type LayerQuantity = (typeof layerQuantities)[number];
export type PairQuantity = (typeof pairQuantities)[number];
/** Weights that a balancing method gives the tasks; accuracy of the domain probe; place on the landscape; error between two trunks. */
type ProbedQuantity = 'taskWeight' | 'probe' | 'position' | 'interpolation';
export type Quantity = TaskQuantity | LayerQuantity | PairQuantity | ProbedQuantity;

/** What is measured on which network(s): all seeds of one point and arm; indices, not values. */
export type Address = { readonly point: number; readonly arm: number } & (
  | { readonly quantity: TaskQuantity | 'taskWeight'; readonly task: number }
  | { readonly quantity: LayerQuantity; readonly layer: number }
  | { readonly quantity: PairQuantity; readonly pair: number }
  | { readonly quantity: 'probe' }
  /** Axis 0 is x, 1 is y. */
  | { readonly quantity: 'position'; readonly task: number; readonly axis: 0 | 1 }
  /** Place 0 is the trunk of one task, the last that of the other. */
  | { readonly quantity: 'interpolation'; readonly place: number }
);

/** Numbers per lane of a quantity: T, D, Q = T(T-1)/2, or what its array says. */
export function quantityWidth(record: Pick<RunRecord, 'spec' | 'tasks'>, quantity: Quantity): number {
  if (isLayerQuantity(quantity)) return layerCount(record.spec.model);
  const tasks = record.tasks.length;
  switch (quantity) {
    case 'gradientCosine':
      return (tasks * (tasks - 1)) / 2;
    case 'probe':
      return 1;
    case 'position':
      return tasks * 2;
    case 'interpolation':
      return LINE_POINTS;
    default:
      return tasks;
  }
}

/** Whether the quantity compares rows or their gradients: networks that mix activations have none, and zeros in their place. */
export function needsRows(quantity: Quantity): boolean {
  return isLayerQuantity(quantity) || quantity === 'gradientCosine' || quantity === 'gradientNorm';
}

/**
 * The numbers of one address at one evaluation, one per seed in the order of `spec.seeds`. Empty when the quantity was not
 * measured, was dropped from a recording, or does not exist in the arm's networks ({@link needsRows}).
 * @throws RangeError when an index lies outside the experiment.
 */
export function seedValues(record: RunRecord, evaluation: Evaluation, address: Address): number[] {
  const { spec } = record;
  const { quantity, point } = address;
  const arm = spec.arms[address.arm];
  const inner = innerIndex(address);
  const width = quantityWidth(record, quantity);
  if (!isIndex(point, spec.points.length) || arm === undefined || !isIndex(inner, width)) {
    throw new RangeError(`no ${quantity} at point ${point}, arm ${address.arm}, index ${inner}`);
  }
  const values = evaluation[quantity];
  if (values.length === 0 || (needsRows(quantity) && !isRowScheme(arm.scheme))) return [];
  const first = laneIndex(spec, { point, arm: address.arm, seed: 0 });
  return spec.seeds.map((_, seed) => values[(first + seed) * width + inner] ?? Number.NaN);
}

/** Where the number stands among those of its lane. */
function innerIndex(address: Address): number {
  switch (address.quantity) {
    case 'probe':
      return 0;
    case 'position':
      return address.task * 2 + address.axis;
    case 'interpolation':
      return address.place;
    case 'gradientCosine':
      return address.pair;
    case 'distance':
    case 'relativeDistance':
    case 'weightCosine':
      return address.layer;
    default:
      return address.task;
  }
}

function isLayerQuantity(quantity: Quantity): quantity is LayerQuantity {
  return layerQuantities.some((known) => known === quantity);
}

function isIndex(value: number, length: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < length;
}
