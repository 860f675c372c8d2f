/** Specs for tests: everything set, small, and easy to vary. Not part of the product. */
import { PLAIN_ARM, PLAIN_POINT } from '../../spec/plain';
import type { AngleSource, ArmSpec, ExperimentSpec, Scheme, SoftScheme, TableSource } from '../../spec/experiment';

export const LINEAR_PAIR: AngleSource = {
  source: 'angle',
  teacher: 'linear',
  dimension: 3,
  features: 1,
  angle: 60,
  samples: [12, 12],
  noise: 0.3,
  validationSamples: 20,
  testSamples: 50,
};

/** Three tasks of three losses on common inputs, ten rows. */
export const MIXED_TABLE: TableSource = {
  source: 'table',
  inputs: Array.from({ length: 10 }, (_, i) => [((i * 7) % 10) / 5 - 1, ((i * 3) % 10) / 5 - 0.8]),
  tasks: [
    {
      name: 'value',
      loss: 'mse',
      inputs: null,
      classes: null,
      targets: Array.from({ length: 10 }, (_, i) => [((i * 7) % 10) / 4 - 1.1, ((i * 3) % 10) / 3 - 1.4]),
    },
    {
      name: 'class',
      loss: 'softmax',
      inputs: null,
      classes: 3,
      targets: Array.from({ length: 10 }, (_, i) => [(i * 7) % 3]),
    },
    {
      name: 'flag',
      loss: 'sigmoid',
      inputs: null,
      classes: null,
      targets: Array.from({ length: 10 }, (_, i) => [i % 2]),
    },
  ],
  split: null,
};

export function arm(id: string, scheme: Scheme, taskCount = 2, learningRate = 0.05): ArmSpec {
  return { id, scheme, learningRate, taskWeights: Array.from({ length: taskCount }, () => 1), ...PLAIN_ARM };
}

export const soft = (lambda: number, more: Partial<SoftScheme> = {}): SoftScheme => ({
  kind: 'soft',
  lambda,
  penalty: 'pairwise',
  on: 'all',
  coupling: 'gradient',
  ...more,
});

/** A linear pair, one layer, plain gradient descent, one seed; vary what a test is about. */
export function smallSpec(overrides: Partial<ExperimentSpec> = {}): ExperimentSpec {
  return {
    version: 1,
    points: [{ ...PLAIN_POINT, value: null, tasks: LINEAR_PAIR }],
    arms: [arm('alone', { kind: 'alone' })],
    seeds: [1],
    model: { trunk: [], head: [], headStart: 'equal' },
    training: { steps: 50, batch: null, optimizer: { kind: 'sgd' }, schedule: { kind: 'constant' } },
    evaluation: { every: 10, gradients: false, probes: [] },
    ...overrides,
  };
}

export const ADAM = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
export const TANH_RELU = {
  trunk: [
    { units: 5, activation: 'tanh' },
    { units: 4, activation: 'relu' },
  ],
  head: [],
  headStart: 'own',
} as const;
