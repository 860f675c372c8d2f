import type { ExperimentSpec } from '../../spec/experiment';

/** The arms of an experiment as one axis from loose to rigid: alone, soft by lambda, hard. Entries are arm indices. */
export interface LambdaAxis {
  readonly alone: number;
  /** Ascending by lambda. */
  readonly soft: readonly number[];
  /** The arm that ties most layers: the right end of the axis. */
  readonly hard: number;
}

/** `null` when the experiment lacks one of the three. */
export function lambdaAxis(spec: Pick<ExperimentSpec, 'arms'>): LambdaAxis | null {
  const alone = spec.arms.findIndex((arm) => arm.scheme.kind === 'alone');
  const soft = spec.arms
    .flatMap((arm, index) => (arm.scheme.kind === 'soft' ? [{ index, lambda: arm.scheme.lambda }] : []))
    .sort((a, b) => a.lambda - b.lambda)
    .map((entry) => entry.index);
  const [hard] = spec.arms
    .flatMap((arm, index) => (arm.scheme.kind === 'hard' ? [{ index, layers: arm.scheme.sharedLayers }] : []))
    .sort((a, b) => b.layers - a.layers);
  return alone < 0 || soft.length === 0 || hard === undefined ? null : { alone, soft, hard: hard.index };
}
