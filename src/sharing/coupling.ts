/**
 * The row rules of all lanes as one tensor program on [L, T, P].
 *
 * tie:    g <- free * g + tied * sum_t w_t g_t  (exact: on tied columns every row gets the very same number; the sum runs
 *         over the row's group; w_t = 1 unless a balancing method weighs the gradients)
 * pull:   g <- g + kappa (theta - mean_t theta)
 * shrink: theta <- theta - a (theta - mean_t theta), a = rate kappa / (1 + rate kappa)
 *
 * `shrink` is the proximal step delta <- delta / (1 + rate kappa); its fixed point under gradient descent is the exact
 * minimiser for every kappa, so a lambda of a million shows the hard solution and never overflows. It is written with
 * `a` because a lane without it has a = 0 and must keep theta bit for bit.
 */
import { tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { add, div, matMul, mul, sub, sumAxis } from '../tensor/kernels';
import type { RowRule } from './rowRule';

export interface Coupling {
  /** @param weights of the gradients on the tied columns, [L,T,1], or `null` for 1. */
  tie(gradient: Tensor, weights: Tensor | null): Tensor;
  pull(gradient: Tensor, theta: Tensor): Tensor;
  /** @param rate learning rate of this step, [L,1,1]. */
  shrink(theta: Tensor, rate: Tensor): Tensor;
  dispose(): void;
}

/** One value per lane on the first `columns(rule)` columns, 0 on the others, as [L,1,P]; `null` when all are zero. */
function laneMask(
  rules: readonly RowRule[],
  width: number,
  value: (rule: RowRule) => number,
  columns: (rule: RowRule) => number,
): Tensor | null {
  const host = new Float32Array(rules.length * width);
  rules.forEach((rule, lane) => host.fill(value(rule), lane * width, lane * width + columns(rule)));
  return host.some((height) => height !== 0) ? tensor3d(host, [rules.length, 1, width]) : null;
}

/** [L,T,T]: 1 where two tasks are in one group of their lane (every task with itself). */
function groupMatrix(rules: readonly RowRule[], tasks: number): Tensor {
  const host = new Float32Array(rules.length * tasks * tasks);
  rules.forEach((rule, lane) => {
    const all = Array.from({ length: tasks }, (_, task) => task);
    for (let s = 0; s < tasks; s++) {
      const group = rule.groups === null ? all : (rule.groups.find((members) => members.includes(s)) ?? [s]);
      for (const t of group) host[(lane * tasks + s) * tasks + t] = 1;
    }
  });
  return tensor3d(host, [rules.length, tasks, tasks]);
}

/**
 * @param rules one per lane.
 * @param width P.
 * @param columnsOf number of columns of the first k layers.
 */
export function createCoupling(
  rules: readonly RowRule[],
  tasks: number,
  width: number,
  columnsOf: (layers: number) => number,
): Coupling {
  const coupled = (rule: RowRule): number => columnsOf(rule.coupledLayers);
  const tied = laneMask(
    rules,
    width,
    () => 1,
    (rule) => columnsOf(rule.tiedLayers),
  );
  const free = tied && tidy(() => sub(tensor3d([1], [1, 1, 1]), tied));
  const squared = (kind: RowRule['coupling']) => (rule: RowRule) =>
    rule.penalty === 'squared' && rule.coupling === kind ? rule.stiffness : 0;
  const soft = laneMask(rules, width, squared('gradient'), coupled);
  const prox = laneMask(rules, width, squared('proximal'), coupled);
  const mates = rules.some((rule) => rule.groups !== null) ? groupMatrix(rules, tasks) : null;
  const one = tensor3d([1], [1, 1, 1]);
  const share = tensor3d([1 / tasks], [1, 1, 1]);

  const deviation = (theta: Tensor): Tensor => sub(theta, mul(sumAxis(theta, 1), share));

  return {
    tie(gradient, weights) {
      if (!tied || !free) return gradient;
      const weighted = weights ? mul(gradient, weights) : gradient;
      const sum = mates ? matMul(mates, weighted) : sumAxis(weighted, 1);
      return add(mul(gradient, free), mul(sum, tied));
    },
    pull: (gradient, theta) => (soft ? add(gradient, mul(deviation(theta), soft)) : gradient),
    shrink(theta, rate) {
      if (!prox) return theta;
      const strength = mul(prox, rate);
      return sub(theta, mul(deviation(theta), div(strength, add(strength, one))));
    },
    dispose() {
      for (const tensor of [tied, free, soft, prox, mates, one, share]) tensor?.dispose();
    },
  };
}
