/**
 * Every loss, for all fused backends. A step needs its gradient only, which for all of them is (link(z) - y) * scale;
 * the scale (`training/losses.ts` gradientScale) comes with the task.
 */
import type { Loss } from '../spec/experiment';
import type { Algebra } from './algebra';
import { sigmoid } from './elementary';

/** How raw outputs become predictions: number by number, or e^z / sum e^z over the outputs of a row. */
export type FusedLink = 'softmax' | (<E>(m: Algebra<E>, z: E) => E);

export const FUSED_LINKS: Readonly<Record<Loss, FusedLink>> = {
  mse: (_, z) => z,
  sigmoid,
  softmax: 'softmax',
};
