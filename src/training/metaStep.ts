/**
 * The outer step of meta-learning on all lanes at once. A cycle of Reptile is `innerSteps` steps, then the common row
 * moves and every row returns to it. A cycle of first-order MAML is one step longer: the gradient of its last step, at
 * the adapted rows, moves the common row. After `annealOver` steps rows simply train on (adaptation to the tasks at hand).
 */
import { tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import type { Scheme } from '../spec/scheme';
import { add, mul, sub, sumAxis } from '../tensor/kernels';

interface Cycle {
  readonly length: number;
  readonly method: 'reptile' | 'fomaml';
  readonly rate: number;
  readonly over: number;
}

function cycleOf(scheme: Scheme): Cycle | null {
  if (scheme.kind !== 'meta') return null;
  const { method, innerSteps, outerRate, annealOver } = scheme;
  return { method, length: method === 'fomaml' ? innerSteps + 1 : innerSteps, rate: outerRate, over: annealOver };
}

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
  const cycles = schemes.map(cycleOf);
  if (cycles.every((cycle) => cycle === null)) return null;

  const outerRate = (cycle: Cycle | null, step: number, method: Cycle['method']): number => {
    if (cycle?.method !== method || (step + 1) % cycle.length !== 0 || step + 1 > cycle.over) return 0;
    return cycle.rate * (1 - (step + 1 - cycle.length) / cycle.over);
  };
  const perLane = (value: (cycle: Cycle | null) => number): Tensor =>
    tensor3d(Float32Array.from(cycles, value), [cycles.length, 1, 1]);

  return {
    isDue: (step) =>
      cycles.some((cycle) => cycle !== null && (step + 1) % cycle.length === 0 && step + 1 <= cycle.over),
    apply(step, theta, gradient, common) {
      const due = perLane((cycle) => (cycle && (step + 1) % cycle.length === 0 && step + 1 <= cycle.over ? 1 : 0));
      const reptile = perLane((cycle) => outerRate(cycle, step, 'reptile'));
      const maml = perLane((cycle) => outerRate(cycle, step, 'fomaml'));
      const share = tensor3d([1 / tasks], [1, 1, 1]);
      const mean = (rows: Tensor): Tensor => mul(sumAxis(rows, 1), share);
      const towards = mul(sub(mean(theta), common), reptile);
      const moved = sub(add(common, towards), mul(mean(gradient), maml));
      // Not theta + due (moved - theta): that would leave the rows apart by rounding.
      return [add(mul(theta, sub(tensor3d([1], [1, 1, 1]), due)), mul(moved, due)), moved];
    },
  };
}
