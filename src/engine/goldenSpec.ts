import { PLAIN_ARM, PLAIN_POINT } from '../spec/plain';
import type { ExperimentSpec } from '../spec/experiment';

/** Twelve rows of a small made-up table: two inputs to three classes, a yes/no and two numbers. */
const ROWS: readonly (readonly number[])[] = [
  // x1, x2, x3, class, yes, y1, y2
  [-1.2, 0.4, 0.3, 0, 0, -0.8, 0.5],
  [0.7, -1.1, 0.9, 1, 1, 0.6, -0.4],
  [1.5, 0.2, -0.6, 2, 1, 1.1, 0.9],
  [-0.3, 1.3, -1.4, 0, 0, -0.2, 1.2],
  [0.1, -0.5, 1.2, 1, 0, 0.3, -0.9],
  [-0.9, -1.4, -0.2, 2, 1, -1.3, 0.1],
  [1.1, 0.8, 0.5, 0, 1, 0.9, -0.6],
  [-1.6, -0.7, 1.1, 1, 0, -0.5, 0.7],
  [0.4, 1.6, 0.8, 2, 0, 1.4, 0.2],
  [-0.6, 0.1, -1.0, 0, 1, -0.9, -1.1],
  [0.9, -0.2, 0.2, 1, 1, 0.1, 0.8],
  [-0.1, 0.6, -0.4, 2, 0, 0.7, -0.3],
];

const columns = (from: number, to: number): number[][] => ROWS.map((row) => row.slice(from, to));

/**
 * The run every backend must train before it may train anything else: every scheme, loss, activation and branch of
 * the step in 20 steps of tiny networks. Adam's epsilon is large, so that a gradient of nearly zero is not blown up
 * to a full step by the last digit.
 */
export const GOLDEN_SPEC: ExperimentSpec = {
  version: 1,
  points: [
    {
      ...PLAIN_POINT,
      value: null,
      tasks: {
        source: 'table',
        inputs: columns(0, 3),
        tasks: [
          { name: 'class', loss: 'softmax', inputs: null, targets: columns(3, 4), classes: 3 },
          { name: 'yes', loss: 'sigmoid', inputs: null, targets: columns(4, 5), classes: null },
          { name: 'pair', loss: 'mse', inputs: null, targets: columns(5, 7), classes: null },
        ],
        split: null,
      },
    },
  ],
  arms: [
    { id: 'alone', scheme: { kind: 'alone' }, learningRate: 0.05, taskWeights: [1, 1, 1], ...PLAIN_ARM },
    {
      id: 'hard',
      scheme: { kind: 'hard', sharedLayers: 2, groups: null },
      learningRate: 0.05,
      taskWeights: [1, 0.5, 2],
      ...PLAIN_ARM,
    },
    {
      id: 'soft',
      scheme: { kind: 'soft', lambda: 0.1, penalty: 'pairwise', on: 'trunk', coupling: 'gradient' },
      learningRate: 0.03,
      taskWeights: [1, 1, 1],
      ...PLAIN_ARM,
    },
    {
      id: 'proximal',
      scheme: { kind: 'soft', lambda: 5, penalty: 'mean', on: 'all', coupling: 'proximal' },
      learningRate: 0.03,
      taskWeights: [1, 1, 1],
      ...PLAIN_ARM,
    },
  ],
  seeds: [0],
  model: {
    trunk: [
      { units: 5, activation: 'relu' },
      { units: 4, activation: 'tanh' },
    ],
    head: [],
    headStart: 'equal',
  },
  training: {
    steps: 20,
    batch: 5,
    optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 0.001 },
    schedule: { kind: 'cosine', floor: 0.1 },
  },
  evaluation: { every: 20, gradients: true, probes: [] },
};
