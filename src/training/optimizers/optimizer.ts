import type { Tensor } from '@tensorflow/tfjs-core';

/** An update rule on the flat matrix theta [L, T, P]; every slot has the same shape. It owns its constants, no state. */
export interface Optimizer {
  readonly slots: number;
  /** Multiplies the learning rate at the optimizer's own `step` (0-based, since its last restart): the bias correction. */
  rateFactor(step: number): number;
  /** The number handed to `update` as epsilon at `step`. */
  epsilon(step: number): number;
  /**
   * @param rate [L,1,1] learning rate times {@link rateFactor}
   * @param epsilon [L,1,1]
   * @returns theta, then the slots
   */
  update(theta: Tensor, gradient: Tensor, slots: readonly Tensor[], rate: Tensor, epsilon: Tensor): readonly Tensor[];
  /** Frees the constants. */
  dispose(): void;
}

/** Slot `index`. @throws RangeError when the optimizer was handed too few. */
export function slotAt(slots: readonly Tensor[], index: number): Tensor {
  const slot = slots[index];
  if (!slot) throw new RangeError(`the optimizer lacks slot ${index}`);
  return slot;
}
