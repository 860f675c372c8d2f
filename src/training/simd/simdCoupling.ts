/** What a sharing scheme does to the gradient rows and to the rows of one network (`sharing/coupling.ts` in kernels). */
import type { TowerPlan } from '../../fused/towerPlan';
import type { StepKernels } from '../../fused/wasm/stepModule';
import type { RowRule } from '../../sharing/rowRule';
import { prefixColumns } from '../layout';

const FLOAT = 4;

export interface SimdCoupling {
  /**
   * On the tied columns every row of a group takes the sum of the group's gradients.
   * @param gradient address of T rows @param weights [T] of the gradients in the sums, `null` for 1
   */
  tie(rule: RowRule, gradient: number, weights: ArrayLike<number> | null): void;
  /** Copies what the first row holds on the tied columns to all rows. */
  spread(rule: RowRule, gradient: number): void;
  pull(rule: RowRule, gradient: number, theta: number): void;
  /** @param rate of this step, the optimizer's factor included */
  shrink(rule: RowRule, theta: number, rate: number): void;
}

export function createSimdCoupling(kernels: StepKernels, tower: TowerPlan, tasks: number): SimdCoupling {
  const vectors = (layers: number): number => prefixColumns(tower, layers) / 4;
  const row = (base: number, task: number): number => base + task * tower.columns * FLOAT;
  const all = Array.from({ length: tasks }, (_, task) => task);

  function spreadTo(members: readonly number[], gradient: number, count: number): void {
    const [first = 0, ...others] = members;
    for (const task of others) kernels.copy(row(gradient, task), row(gradient, first), count);
  }

  return {
    tie(rule, gradient, weights) {
      const count = vectors(rule.tiedLayers);
      if (count === 0) return;
      if (weights) for (const task of all) kernels.scale(row(gradient, task), count, weights[task] ?? 1);
      for (const members of rule.groups ?? [all]) {
        const [first = 0, ...others] = members;
        for (const task of others) kernels.add(row(gradient, first), row(gradient, task), count);
        spreadTo(members, gradient, count);
      }
    },
    spread: (rule, gradient) => spreadTo(all, gradient, vectors(rule.tiedLayers)),
    pull(rule, gradient, theta) {
      if (rule.penalty !== 'squared' || rule.coupling !== 'gradient' || rule.stiffness === 0) return;
      kernels.pull(gradient, theta, vectors(rule.coupledLayers), rule.stiffness);
    },
    shrink(rule, theta, rate) {
      if (rule.penalty !== 'squared' || rule.coupling !== 'proximal' || rule.stiffness === 0) return;
      const strength = Math.fround(Math.fround(rule.stiffness) * Math.fround(rate));
      kernels.shrink(theta, vectors(rule.coupledLayers), strength / (strength + 1));
    },
  };
}
