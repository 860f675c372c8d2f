/** When a soft penalty may stand in the gradient, and when it needs the exact step. */
import type { OptimizerSpec, SoftScheme } from './experiment';

/**
 * The rule behind `coupling: "auto"`.
 *
 * A pairwise penalty gives the differences between T tasks the curvature 2 lambda T, a penalty on the distance to the
 * mean 2 lambda. Plain gradient descent with rate eta is stable while eta times the whole curvature is below 2. The
 * penalty may take half of that, eta * curvature <= 1; the other half is left to the loss. (T = 2, pairwise:
 * lambda <= 1 / (4 eta).) Momentum is stable on a longer interval, so the same rule is safe for it.
 *
 * Adam stays finite at any lambda but is left with a distance of the order of its rate, which from lambda = 1 on grows
 * again. Above 1 (pairwise; T times as much to the mean) the exact shrinkage takes over. After an Adam step it solves a
 * slightly different lambda, which no longer matters there: its limit is the tied solution.
 */
export function safeCoupling(
  scheme: Pick<SoftScheme, 'lambda' | 'penalty'>,
  tasks: number,
  optimizer: OptimizerSpec,
  learningRate: number,
): SoftScheme['coupling'] {
  const pairwiseLambda = scheme.penalty === 'pairwise' ? scheme.lambda : scheme.lambda / tasks;
  const stable = optimizer.kind === 'adam' ? pairwiseLambda <= 1 : learningRate * 2 * pairwiseLambda * tasks <= 1;
  return stable ? 'gradient' : 'proximal';
}
