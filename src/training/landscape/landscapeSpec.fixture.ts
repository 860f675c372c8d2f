/** Experiments on the landscape for tests. */
import type { BalancingSpec } from '../../spec/balancing';
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import { PLAIN_ARM, PLAIN_POINT } from '../../spec/plain';
import { LANDSCAPE_STARTS } from '../../spec/sources/landscape';

const HARD = { kind: 'hard', sharedLayers: 1, groups: null } as const;

export function tiedArm(balancing: BalancingSpec, learningRate = 2e-3): ArmSpec {
  return { id: balancing.kind, scheme: HARD, learningRate, taskWeights: [1, 1], ...PLAIN_ARM, balancing };
}

export const ALONE: ArmSpec = {
  id: 'alone',
  scheme: { kind: 'alone' },
  learningRate: 2e-3,
  taskWeights: [1, 1],
  ...PLAIN_ARM,
};

/** All three starts, one seed, Adam. */
export function landscapeSpec(
  arms: readonly ArmSpec[],
  steps: number,
  more: Partial<ExperimentSpec> = {},
): ExperimentSpec {
  return {
    version: 1,
    points: LANDSCAPE_STARTS.map((start, value) => ({ ...PLAIN_POINT, value, tasks: { source: 'landscape', start } })),
    arms,
    seeds: [1],
    model: { trunk: [], head: [], headStart: 'own' },
    training: {
      steps,
      batch: null,
      optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      schedule: { kind: 'constant' },
    },
    evaluation: { every: steps, gradients: false, probes: [] },
    ...more,
  };
}
