/** The comparison cohort: two tasks with common inputs, 8-32-32 trunks, one output each, batch 64, Adam. */
import { PLAIN_ARM, PLAIN_POINT } from '../src/spec/plain';
import { createStream } from '../src/numeric/random';
import type { ArmSpec, ExperimentSpec, Scheme, TableSource } from '../src/spec/experiment';
import type { PlainData } from './baselines/plainLoop';

const ROWS = 192;
const WIDTH = 8;
export const COMPARISON_RATE = 0.01;
/** More than any contestant takes. */
const STEPS = 1_000_000_000;

const inputs = normalTable(WIDTH);
const targets = [1, -0.5].map((sign) =>
  inputs.map((x) => [Math.max(0, (x[0] ?? 0) + (x[1] ?? 0)) + sign * (x[2] ?? 0)]),
);
const TABLE = regressionTable(inputs, targets);

/** Standard normal numbers, as many rows as every table here. */
export function normalTable(width: number): readonly (readonly number[])[] {
  const stream = createStream(1, 'resampling');
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: width }, (__, i) => stream.normal(row * width + i)),
  );
}

/** Regression tasks on common inputs; every row is used for everything. @param targets [tasks][rows][outputs] */
export function regressionTable(
  inputs: readonly (readonly number[])[],
  targets: readonly (readonly (readonly number[])[])[],
): TableSource {
  return {
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
}

/** The same rows for the plain loop. */
export const PLAIN_DATA: PlainData = {
  inputs: Float32Array.from(inputs.flat()),
  targets: targets.map((values) => Float32Array.from(values.flat())),
  rows: ROWS,
  width: WIDTH,
};

/** Both tasks on one trunk: one network 8-32-32-2. */
export const HARD: Scheme = { kind: 'hard', sharedLayers: 2, groups: null };

export const SCHEMES: readonly Scheme[] = [
  { kind: 'alone' },
  HARD,
  { kind: 'soft', lambda: 0.01, penalty: 'pairwise', on: 'trunk', coupling: 'gradient' },
];

/** `seeds` networks of each of the schemes. */
export function cohortSpec(schemes: readonly Scheme[], seeds: number): ExperimentSpec {
  return benchSpec({ table: TABLE, trunk: [32, 32], schemes, seeds });
}

export interface BenchSpec {
  readonly table: TableSource;
  /** Units of the rectified layers. */
  readonly trunk: readonly number[];
  readonly schemes: readonly Scheme[];
  readonly seeds: number;
}

/** Batch 64, Adam, one evaluation at an end that is never reached. */
export function benchSpec({ table, trunk, schemes, seeds }: BenchSpec): ExperimentSpec {
  const arms = schemes.map((scheme): ArmSpec => ({
    id: scheme.kind,
    scheme,
    learningRate: COMPARISON_RATE,
    taskWeights: table.tasks.map(() => 1),
    ...PLAIN_ARM,
  }));
  return {
    version: 1,
    points: [{ ...PLAIN_POINT, value: null, tasks: table }],
    arms,
    seeds: Array.from({ length: seeds }, (_, i) => i),
    model: { trunk: trunk.map((units) => ({ units, activation: 'relu' })), head: [], headStart: 'own' },
    training: {
      steps: STEPS,
      batch: 64,
      optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      schedule: { kind: 'constant' },
    },
    evaluation: { every: STEPS, gradients: false, probes: [] },
  };
}
