/** The measured quantities of an evaluation, by what their last index counts. */
import { layerCount } from '../spec/experiment';
import type { Evaluation } from '../training/events';
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
export type Quantity = TaskQuantity | LayerQuantity | PairQuantity;

/** What is measured on which network(s): all seeds of one point and arm; indices, not values. */
export type Address = { readonly point: number; readonly arm: number } & (
  | { readonly quantity: TaskQuantity; readonly task: number }
  | { readonly quantity: LayerQuantity; readonly layer: number }
  | { readonly quantity: PairQuantity; readonly pair: number }
);

/** Numbers per lane of a quantity: T, D or Q = T(T-1)/2. */
export function quantityWidth(record: Pick<RunRecord, 'spec' | 'tasks'>, quantity: Quantity): number {
  if (isLayerQuantity(quantity)) return layerCount(record.spec.model);
  const tasks = record.tasks.length;
  return quantity === 'gradientCosine' ? (tasks * (tasks - 1)) / 2 : tasks;
}

/**
 * The numbers of one address at one evaluation, one per seed in the order of `spec.seeds`.
 * Empty when the quantity was not measured, or dropped from a recording.
 * @throws RangeError when an index lies outside the experiment.
 */
export function seedValues(record: RunRecord, evaluation: Evaluation, address: Address): number[] {
  const { arms, seeds, points } = record.spec;
  const inner = 'task' in address ? address.task : 'layer' in address ? address.layer : address.pair;
  const width = quantityWidth(record, address.quantity);
  if (!isIndex(address.point, points.length) || !isIndex(address.arm, arms.length) || !isIndex(inner, width)) {
    throw new RangeError(`no ${address.quantity} at point ${address.point}, arm ${address.arm}, index ${inner}`);
  }
  const values = evaluation[address.quantity];
  if (values.length === 0) return [];
  const firstLane = (address.point * arms.length + address.arm) * seeds.length;
  return seeds.map((_, seed) => values[(firstLane + seed) * width + inner] ?? Number.NaN);
}

function isLayerQuantity(quantity: Quantity): quantity is LayerQuantity {
  return layerQuantities.some((known) => known === quantity);
}

function isIndex(value: number, length: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < length;
}
