/** Where each part of a program's state stands: theta, the optimizer's slots, the companions; all [R, P]. */
import type { ExperimentSpec } from '../spec/experiment';
import { companionsOf, type Companion } from './companions';
import { SLOTS } from './optimizers/slots';

export interface StateOrder {
  readonly slots: number;
  readonly companions: readonly Companion[];
}

export function stateOrder(spec: Pick<ExperimentSpec, 'arms' | 'training'>): StateOrder {
  return { slots: SLOTS[spec.training.optimizer.kind], companions: companionsOf(spec) };
}

/** Position of a companion in the state, or -1 when the experiment has none. */
export function companionAt(order: StateOrder, name: Companion): number {
  const at = order.companions.indexOf(name);
  return at === -1 ? -1 : 1 + order.slots + at;
}
