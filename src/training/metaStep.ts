/**
 * The outer step of meta-learning on all lanes at once. A cycle of Reptile is `innerSteps` steps, then the common row
 * moves and every row returns to it. A cycle of first-order MAML is one step longer: the gradient of its last step, at
 * the adapted rows, moves the common row. After `annealOver` steps rows simply train on (adaptation to the tasks at hand).
 */
import { tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import type { Scheme } from '../spec/scheme';
import { add, mul, sub, sumAxis } from '../tensor/kernels';
import { isOuterStep, metaCycle, outerRate, type MetaCycle } from './metaCycle';

export interface MetaStep {
  /** Whether any lane takes an outer step at the end of step number `step`. */
  isDue(step: number): boolean;
  /**
   * @param theta [L,T,P] after the inner step, @param gradient [L,T,P] of this step, @param common [L,T,P]
   * @returns theta and common of the next step
   */
  apply(step: number, theta: Tensor, gradient: Tensor, common: Tensor): readonly [Tensor, Tensor];
}

/** @param schemes one per lane; @param tasks T. `null` when no lane learns a common start. */
export function createMetaStep(schemes: readonly Scheme[], tasks: number): MetaStep | null {
  const cycles = schemes.map(metaCycle);
  if (cycles.every((cycle) => cycle === null)) return null;

  const rateOf = (cycle: MetaCycle | null, step: number, method: MetaCycle['method']): number =>
    cycle?.method === method ? outerRate(cycle, step) : 0;
  const perLane = (value: (cycle: MetaCycle | null) => number): Tensor =>
    tensor3d(Float32Array.from(cycles, value), [cycles.length, 1, 1]);

  return {
    isDue: (step) => cycles.some((cycle) => cycle !== null && isOuterStep(cycle, step)),
    apply(step, theta, gradient, common) {
      const due = perLane((cycle) => (cycle && isOuterStep(cycle, step) ? 1 : 0));
      const reptile = perLane((cycle) => rateOf(cycle, step, 'reptile'));
      const maml = perLane((cycle) => rateOf(cycle, step, 'fomaml'));
      const share = tensor3d([1 / tasks], [1, 1, 1]);
      const mean = (rows: Tensor): Tensor => mul(sumAxis(rows, 1), share);
      const towards = mul(sub(mean(theta), common), reptile);
      const moved = sub(add(common, towards), mul(mean(gradient), maml));
      // Not theta + due (moved - theta): that would leave the rows apart by rounding.
      return [add(mul(theta, sub(tensor3d([1], [1, 1, 1]), due)), mul(moved, due)), moved];
    },
  };
}
