/** Parity with TensorFlow.js in everything that is set beside shape, loss and scheme: sources, timelines, balancing, groups. */
import { beforeAll, describe, expect, it } from 'vitest';
import { BALANCING_KINDS } from '../../spec/balancing';
import { resolveBalancing } from '../../spec/balancingFields';
import type { ArmSpec, ExperimentSpec, RowScheme, TaskSource } from '../../spec/experiment';
import type { FusionMethod } from '../../spec/fusion';
import { PLAIN_POINT } from '../../spec/plain';
import type { TimelineEvent } from '../../spec/timeline';
import { createTrainer } from '../createTrainer';
import { EVALUATION_ARRAYS, type EvaluationArray } from '../events';
import type { RowPrograms } from '../rowPrograms';
import { useBackend } from '../testing/backends';
import { deviationOf, type ParityOptions } from '../testing/parity';
import { rowTable } from '../testing/rowSpecs';
import { arm, LINEAR_PAIR, smallSpec, soft } from '../testing/smallSpec';
import { trainAndWait } from '../testing/trainTo';
import { createSimdRowPrograms } from './simdRowPrograms';

let rowPrograms: RowPrograms;

beforeAll(async () => {
  await useBackend('cpu');
  rowPrograms = await createSimdRowPrograms();
});

async function expectParity(spec: ExperimentSpec, options: ParityOptions = {}): Promise<void> {
  const { losses, step, where } = await deviationOf(spec, rowPrograms, options);
  expect(step, where).toBeLessThan(1e-5);
  expect(losses, where).toBeLessThan(1e-4);
}

const MOMENTUM = { kind: 'momentum', momentum: 0.9 } as const;
const HARD: RowScheme = { kind: 'hard', sharedLayers: 1, groups: null };
const TANH = { trunk: [{ units: 5, activation: 'tanh' }], head: [], headStart: 'own' } as const;
const SHAPE = { inputs: 3, trunk: [5], head: [], outputs: 3 };
const table = (inputs: 'common' | 'own'): TaskSource => rowTable(SHAPE, ['mse', 'softmax', 'sigmoid'], inputs);

const experiment = (
  tasks: TaskSource,
  arms: readonly ArmSpec[],
  more: Partial<ExperimentSpec> = {},
  batch: number | null = null,
): ExperimentSpec =>
  smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks }],
    arms,
    model: TANH,
    training: { steps: 50, batch, optimizer: MOMENTUM, schedule: { kind: 'constant' } },
    evaluation: { every: 50, gradients: false, probes: [] },
    ...more,
  });

describe('sources that draw without end', () => {
  const held = { validationSamples: 5, testSamples: 5 };

  it('sinusoids, with Reptile and first-order MAML', async () => {
    const source = { source: 'sinusoids', taskCount: 3, samples: 6, innerSteps: 4, ...held } as const;
    const schemes: readonly RowScheme[] = [
      { kind: 'meta', method: 'reptile', innerSteps: 4, outerRate: 0.5, annealOver: 50 },
      { kind: 'meta', method: 'fomaml', innerSteps: 3, outerRate: 0.1, annealOver: 50 },
      HARD,
    ];
    const arms = schemes.map((scheme, index) => arm(`${index}`, scheme, 3, 0.01));
    await expectParity(experiment(source, arms, { seeds: [1, 2] }, 5), { cuts: [0, 3, 23] });
  });

  it.each([null, 6])('common inputs and outputs of different scale, batch %s', async (batch) => {
    const source = { source: 'scales', dimension: 4, outputs: 3, scales: [1, 4], samples: 8, ...held } as const;
    const arms = [arm('hard', HARD, 2, 0.005), arm('soft', soft(0.1), 2, 0.005)];
    await expectParity(experiment(source, arms, {}, batch));
  });
});

describe('timelines', () => {
  const fuse = (at: number, method: FusionMethod): TimelineEvent => ({
    ...{ at, do: 'fuse', method, on: 'trunk' },
    tasks: [0, 2],
  });
  const TIMELINES: Readonly<Record<string, readonly TimelineEvent[]>> = {
    'weights, rate and rows': [
      { at: 4, do: 'weights', taskWeights: [0, 1, 0.5] },
      { at: 9, do: 'rate', learningRate: 0.04 },
      { at: 12, do: 'rows', task: 0, rows: 4 },
      { at: 20, do: 'rows', task: 2, rows: 2 },
      { at: 30, do: 'rows', task: 0, rows: null },
    ],
    'hard, in groups, soft, alone': [
      { at: 5, do: 'scheme', scheme: { kind: 'hard', sharedLayers: 1, groups: null } },
      { at: 15, do: 'scheme', scheme: { kind: 'hard', sharedLayers: 2, groups: [[0, 1]] } },
      { at: 25, do: 'scheme', scheme: soft(0.2) },
      { at: 35, do: 'scheme', scheme: { kind: 'alone' } },
    ],
    'adopt, fuse and anchors': [
      { at: 5, do: 'adopt', task: 1 },
      { at: 10, do: 'anchor', penalty: 'l2', lambda: 0.3, task: 0 },
      fuse(15, { kind: 'arithmetic', scale: 0.5 }),
      { at: 20, do: 'anchor', penalty: 'ewc', lambda: 2, task: 2 },
      fuse(30, { kind: 'ties', keep: 0.5, scale: 1 }),
    ],
    'fuse in every way': [
      fuse(6, { kind: 'mean' }),
      fuse(12, { kind: 'weighted', weights: [1, 3] }),
      fuse(18, { kind: 'fisher', floor: 1e-6 }),
      fuse(24, { kind: 'regmean' }),
      fuse(40, { kind: 'layerwise', steps: 5, rate: 0.05 }),
    ],
    'prune and quantise': [
      { at: 10, do: 'prune', sparsity: 0.4, on: 'all' },
      { at: 30, do: 'quantise', bits: 6, on: 'trunk' },
    ],
  };

  it.each(['common', 'own'] as const)('all events, %s inputs', async (inputs) => {
    const arms = Object.entries(TIMELINES).map(([id, timeline]) => ({ ...arm(id, { kind: 'alone' }, 3), timeline }));
    const adjusting = [...arms, arm('soft', soft(0.05), 3), arm('hard', HARD, 3)];
    const adjustments = [
      { arm: 'soft', lambda: 0.3, step: 7 },
      { arm: 'hard', learningRate: 0.01, taskWeights: [2, 1, 0.5], step: 22 },
    ];
    const cuts = [0, 5, 10, 12, 21, 31, 41];
    await expectParity(experiment(table(inputs), adjusting), { cuts, adjustments });
  });

  it('rows that are tied, and part all the same: by anchors of their own, by pruning', async () => {
    const timelines: readonly (readonly TimelineEvent[])[] = [
      [
        { at: 5, do: 'scheme', scheme: { kind: 'alone' } },
        { at: 9, do: 'anchor', penalty: 'l2', lambda: 0.5, task: 1 },
        { at: 12, do: 'scheme', scheme: HARD },
      ],
      [{ at: 15, do: 'prune', sparsity: 0.5, on: 'all' }],
    ];
    const arms = timelines.map((timeline, index) => ({ ...arm(`${index}`, HARD, 3), timeline }));
    await expectParity(experiment(table('common'), arms), { cuts: [8, 12, 14, 16, 30] });
  });

  it('full batches of which few rows count, where all tasks are computed together', async () => {
    const timeline: readonly TimelineEvent[] = [0, 1, 2].map((task) => ({ at: 3, do: 'rows', task, rows: 5 }));
    await expectParity(experiment(table('common'), [{ ...arm('hard', HARD, 3), timeline }]), { cuts: [2, 3, 20] });
  });
});

describe('balancing', () => {
  // Defaults of every method; `static` trains among them.
  const arms = BALANCING_KINDS.map((kind) => ({
    ...arm(kind, HARD, 3, 0.01),
    balancing: kind === 'static' ? ({ kind } as const) : resolveBalancing({ kind }),
    taskWeights: [1, 0.5, 2],
  }));

  it.each([
    ['common', null],
    ['own', null],
    ['common', 4],
  ] as const)('every method, %s inputs, batch %s', async (inputs, batch) => {
    const optimizer = { kind: 'sgd' } as const;
    const training = { steps: 50, batch, optimizer, schedule: { kind: 'constant' } } as const;
    await expectParity(experiment(table(inputs), arms, { training }));
  });

  it('looks at all losses where only some rows count', async () => {
    const timeline: readonly TimelineEvent[] = [{ at: 3, do: 'rows', task: 0, rows: 4 }];
    const few = arms.filter(({ id }) => ['static', 'uncertainty', 'gradnorm'].includes(id));
    const spec = experiment(
      table('own'),
      few.map((each) => ({ ...each, timeline })),
    );
    await expectParity(spec, { cuts: [2, 3, 23] });
  });
});

describe('everything that is measured', () => {
  // Rows of their own, equally many, in batches and all at once.
  it.each([5, null])('agrees, in groups of several widths, folds and probes, batch %s', async (batch) => {
    const model = { trunk: [{ units: 5, activation: 'tanh' }], head: [], headStart: 'equal' } as const;
    const points = [null, 2, 7].map((width, index) => ({
      ...{ value: index, width, tasks: { ...LINEAR_PAIR, angle: 30 * index } },
      fold: index === 2 ? { index: 1, of: 3 } : null,
    }));
    const spec = smallSpec({
      points,
      arms: [arm('alone', { kind: 'alone' }), arm('hard', HARD), { ...arm('wide', soft(0.1)), width: 6 }],
      seeds: [4, 9],
      model,
      training: { steps: 20, batch, optimizer: MOMENTUM, schedule: { kind: 'constant' } },
      evaluation: { every: 20, gradients: true, probes: ['affinity', 'interpolation', 'firstLayer', 'predictions'] },
    });
    await expectParity(spec, { cuts: [0, 11] });
    const [a, b] = [createTrainer(spec), createTrainer(spec, { rowPrograms, backend: 'simd' })];
    for (const step of [0, 20]) {
      await trainAndWait(a, step);
      await trainAndWait(b, step);
      const [expected, found] = [await a.evaluate(), await b.evaluate()];
      for (const name of Object.keys(EVALUATION_ARRAYS) as EvaluationArray[]) {
        expect(found[name].length, name).toBe(expected[name].length);
        expected[name].forEach((value, i) => expect(found[name][i], `${name} ${i}`).toBeCloseTo(value, 4));
      }
      expect(expected.affinity.some((value) => value !== 0)).toBe(true);
    }
    a.dispose();
    b.dispose();
  });
});
