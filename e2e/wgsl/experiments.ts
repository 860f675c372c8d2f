/** Experiments on which the compute shader is compared with TensorFlow.js: every scheme that it knows, side by side. */
import { PLAIN_ARM, PLAIN_POINT } from '../../src/spec/plain';
import type { Activation, ExperimentSpec, Loss, OptimizerSpec, Scheme, TaskSource } from '../../src/spec/experiment';
import type { SoftScheme } from '../../src/spec/scheme';

export const OPTIMIZERS: readonly OptimizerSpec[] = [
  { kind: 'sgd' },
  { kind: 'momentum', momentum: 0.9 },
  { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-3 },
];

/** Inputs and hidden layers of 2-4-2-1, 8-32-32-2, 20-64-64 with three heads, 196-64-64-10; and one where nothing is a multiple of four. */
export const SHAPES = {
  tiny: [2, 4, 2],
  middle: [8, 32, 32],
  wide: [20, 64, 64],
  digits: [196, 64, 64],
  odd: [3, 5, 7],
  stored: [6, 150, 150],
} as const;

export type Shape = keyof typeof SHAPES;

/** A number in -1..1 that looks drawn, the same everywhere. */
function wave(row: number, column: number): number {
  return (((row * 37 + column * 101 + row * column * 7 + 13) % 97) / 48.5 - 1) * 0.9;
}

const rowsOf = <V>(count: number, row: (index: number) => V): V[] => Array.from({ length: count }, (_, i) => row(i));

/** The three losses of one experiment, or the same three times; widths differ, so that one task is narrow. */
function tableTask(loss: Loss, task: number, rows: number, most: number) {
  const width = task === 1 ? most : Math.max(loss === 'softmax' ? 2 : 1, most - task - 1);
  return {
    name: `task ${task}`,
    loss,
    inputs: null,
    classes: loss === 'softmax' ? width : null,
    targets: rowsOf(rows, (row) => {
      if (loss === 'softmax') return [(row * 7 + task) % width];
      return rowsOf(width, (o) => (loss === 'mse' ? wave(row + 3, o + task) * 1.5 : (row * 5 + o + task) % 2));
    }),
  };
}

function table(shape: Shape, losses: readonly Loss[], rows: number): TaskSource {
  const [inputs] = SHAPES[shape];
  const most = shape === 'digits' ? 10 : shape === 'tiny' ? 2 : 3;
  return {
    source: 'table',
    inputs: rowsOf(rows, (row) => rowsOf(inputs, (i) => wave(row, i))),
    tasks: losses.map((loss, task) => tableTask(loss, task, rows, most)),
    split: null,
  };
}

const soft = (lambda: number, more: Partial<SoftScheme>): SoftScheme => ({
  ...{ kind: 'soft', lambda, penalty: 'pairwise', on: 'all', coupling: 'gradient' },
  ...more,
});

/** Every scheme of rows, on three tasks. */
export const SCHEMES: readonly Scheme[] = [
  { kind: 'alone' },
  { kind: 'hard', sharedLayers: 2, groups: null },
  { kind: 'hard', sharedLayers: 1, groups: [[0, 2], [1]] },
  { kind: 'hard', sharedLayers: 3, groups: null },
  soft(0.05, { on: 'trunk' }),
  soft(0.1, { penalty: 'mean' }),
  soft(0.5, { coupling: 'proximal' }),
  soft(2, { coupling: 'proximal', penalty: 'mean', on: 'trunk' }),
];

export interface Variant {
  readonly shape?: Shape;
  readonly losses?: readonly Loss[];
  readonly activation?: Activation;
  readonly optimizer?: OptimizerSpec;
  readonly batch?: number | null;
  readonly rows?: number;
  readonly learningRate?: number;
  /** Instead of the table. */
  readonly tasks?: TaskSource;
  readonly schemes?: readonly Scheme[];
  readonly seeds?: number;
}

export const MIXED: readonly Loss[] = ['mse', 'softmax', 'sigmoid'];

export function experiment(variant: Variant): ExperimentSpec {
  const { shape = 'middle', losses = MIXED, activation = 'tanh', rows = 14, batch = null, seeds = 1 } = variant;
  const [, ...units] = SHAPES[shape];
  const taskCount = variant.tasks ? 2 : losses.length;
  const schemes =
    variant.schemes ??
    SCHEMES.filter((scheme) => variant.tasks === undefined || !('groups' in scheme && scheme.groups));
  return {
    version: 1,
    points: [{ ...PLAIN_POINT, value: null, tasks: variant.tasks ?? table(shape, losses, rows) }],
    arms: schemes.map((scheme, index) => ({
      ...PLAIN_ARM,
      id: `arm ${index}`,
      scheme,
      learningRate: variant.learningRate ?? 0.02,
      taskWeights: [1, 0.5, 2].slice(0, taskCount),
    })),
    seeds: rowsOf(seeds, (seed) => seed),
    model: { trunk: units.map((count) => ({ units: count, activation })), head: [], headStart: 'own' },
    training: {
      steps: 50,
      batch,
      optimizer: variant.optimizer ?? { kind: 'sgd' },
      schedule: { kind: 'cosine', floor: 0.1 },
    },
    evaluation: { every: 10, gradients: false, probes: [] },
  };
}

/** Rows of their own, of two lengths. */
export const UNEQUAL: TaskSource = {
  source: 'angle',
  teacher: 'relu',
  dimension: 6,
  features: 3,
  angle: 60,
  samples: [30, 17],
  noise: 0.3,
  validationSamples: 10,
  testSamples: 10,
};

/** New rows at every step of a mini-batch, and outputs that are multiplied by a fixed factor. */
export const SCALED: TaskSource = {
  source: 'scales',
  dimension: 5,
  outputs: 3,
  scales: [1, 10],
  samples: 20,
  validationSamples: 10,
  testSamples: 10,
};

/** One arm whose weights, rows, anchor and way of sharing change on the way. */
export function changing(optimizer: OptimizerSpec): ExperimentSpec {
  const plain = experiment({ optimizer, schemes: [{ kind: 'alone' }] });
  return {
    ...plain,
    arms: plain.arms.map((arm) => ({
      ...arm,
      timeline: [
        { at: 5, do: 'weights', taskWeights: [2, 1, 0] },
        { at: 10, do: 'rows', task: 1, rows: 3 },
        { at: 15, do: 'anchor', penalty: 'l2', lambda: 0.5, task: 0 },
        { at: 25, do: 'scheme', scheme: { kind: 'hard', sharedLayers: 1, groups: null } },
        { at: 35, do: 'scheme', scheme: soft(0.3, { coupling: 'proximal' }) },
      ],
    })),
  };
}
