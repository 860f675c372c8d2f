/** The shapes that are reported beside the comparison network; batch 64 and Adam everywhere. */
import type { ExperimentSpec, TableSource } from '../../src/spec/experiment';
import { drawSuite } from '../../src/tasks/drawSuite';
import { benchSpec, cohortSpec, HARD, normalTable, regressionTable } from '../comparisonCohort';

interface Shape {
  readonly name: string;
  readonly spec: (lanes: number) => ExperimentSpec;
  /** Numbers of the training rows of one lane. */
  readonly numbers: number;
}

const ALONE = { kind: 'alone' } as const;
const DIGITS = 256;

/** Regression on the first inputs, every task its own mixture. */
function syntheticTable(width: number, tasks: number): TableSource {
  const inputs = normalTable(width);
  const targets = Array.from({ length: tasks }, (_, t) => inputs.map((x) => [Math.max(0, x[0] ?? 0) + (x[t] ?? 0)]));
  return regressionTable(inputs, targets);
}

/** Real digits, 14 x 14 pixels, ten classes: the digit task of the lab's source, alone. */
function digitTable(): TableSource {
  const samples = [DIGITS, DIGITS, DIGITS];
  const suite = drawSuite({ source: 'digits', images: 'single', samples, validationSamples: 50, testSamples: 50 }, 1);
  const digit = suite.tasks[0]?.train;
  if (!digit) throw new RangeError('the digits have no tasks');
  const rows = <T>(read: (row: number) => T): readonly T[] => Array.from({ length: DIGITS }, (_, row) => read(row));
  const slice = (values: Float32Array, row: number, width: number): number[] =>
    Array.from(values.subarray(row * width, (row + 1) * width));
  return {
    source: 'table',
    inputs: rows((row) => slice(digit.inputs, row, suite.inputs)),
    tasks: [
      {
        name: 'digit',
        loss: 'softmax',
        inputs: null,
        targets: rows((row) => [slice(digit.targets, row, 10).indexOf(1)]),
        classes: 10,
      },
    ],
    split: null,
  };
}

const small = syntheticTable(2, 1);
const wide = syntheticTable(20, 3);
const digits = digitTable();

export const SHAPES: readonly Shape[] = [
  {
    name: '2-4-2-1',
    spec: (seeds) => benchSpec({ table: small, trunk: [4, 2], schemes: [ALONE], seeds }),
    numbers: 192 * 3,
  },
  { name: '8-32-32-2', spec: (seeds) => cohortSpec([HARD], seeds), numbers: 192 * 10 },
  {
    name: '20-64-64, three heads',
    spec: (seeds) => benchSpec({ table: wide, trunk: [64, 64], schemes: [HARD], seeds }),
    numbers: 192 * 23,
  },
  {
    name: '196-64-64-10 (digits)',
    spec: (seeds) => benchSpec({ table: digits, trunk: [64, 64], schemes: [ALONE], seeds }),
    numbers: DIGITS * 206,
  },
];
