import type { ExperimentSpec } from '../spec/experiment';

/**
 * Index of the arm that gains are measured against: the single-task baseline. The arm called "alone" if there is one,
 * else the first of that scheme; `null` when the experiment has none, and then no gain can be told.
 */
export function baselineArm(spec: Pick<ExperimentSpec, 'arms'>): number | null {
  const alone = spec.arms.flatMap((arm, index) => (arm.scheme.kind === 'alone' ? [index] : []));
  return alone.find((index) => spec.arms[index]?.id === 'alone') ?? alone[0] ?? null;
}
