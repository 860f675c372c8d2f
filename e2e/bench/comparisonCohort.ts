/** The comparison cohort: two tasks with common inputs, 8-32-32 trunks, one output each, batch 64, Adam. */
import { PLAIN_ARM, PLAIN_POINT } from '../../src/spec/plain';
import { createStream } from '../../src/numeric/random';
import type { ArmSpec, ExperimentSpec, Scheme, TableSource } from '../../src/spec/experiment';
import type { PlainData } from './plainLoop';

const ROWS = 192;
const WIDTH = 8;

const stream = createStream(1, 'resampling');
const inputs = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: WIDTH }, (__, i) => stream.normal(row * WIDTH + i)),
);
const targets = [1, -0.5].map((sign) =>
  inputs.map((x) => [Math.max(0, (x[0] ?? 0) + (x[1] ?? 0)) + sign * (x[2] ?? 0)]),
);

const TABLE: TableSource = {
  source: 'table',
  inputs,
  tasks: targets.map((values, index) => ({
    name: `task ${index + 1}`,
    loss: 'mse',
    inputs: null,
    targets: values,
    classes: null,
  })),
  split: null,
};

/** The same rows for the plain loop. */
export const PLAIN_DATA: PlainData = {
  inputs: Float32Array.from(inputs.flat()),
  targets: targets.map((values) => Float32Array.from(values.flat())),
  rows: ROWS,
  width: WIDTH,
};

export const SCHEMES: readonly Scheme[] = [
  { kind: 'alone' },
  { kind: 'hard', sharedLayers: 2, groups: null },
  { kind: 'soft', lambda: 0.01, penalty: 'pairwise', on: 'trunk', coupling: 'gradient' },
];

/** `seeds` networks of each of the schemes. */
export function cohortSpec(schemes: readonly Scheme[], seeds: number): ExperimentSpec {
  const arms = schemes.map((scheme): ArmSpec => ({
    id: scheme.kind,
    scheme,
    learningRate: 0.01,
    taskWeights: [1, 1],
    ...PLAIN_ARM,
  }));
  const layer = { units: 32, activation: 'relu' } as const;
  return {
    version: 1,
    points: [{ ...PLAIN_POINT, value: null, tasks: TABLE }],
    arms,
    seeds: Array.from({ length: seeds }, (_, i) => i),
    model: { trunk: [layer, layer], head: [], headStart: 'own' },
    training: {
      steps: 100_000,
      batch: 64,
      optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      schedule: { kind: 'constant' },
    },
    evaluation: { every: 100_000, gradients: false, probes: [] },
  };
}
