/**
 * Fused steps against TensorFlow.js on its plain JavaScript backend: what a step does to every number, within 1e-5 of the
 * largest; losses of the first 50 steps within 1e-4.
 *
 * The full product of shapes, losses, activations, optimizers, feeds and schedules would take hours on the reference, so
 * small shapes go through a pairwise cover: any two settings meet in some experiment. All sharing schemes stand side by
 * side as arms of each of them, so they meet everything. Large shapes, whose reference is slow, come with a few schemes.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Activation, ExperimentSpec, Loss, OptimizerSpec, RowScheme, ScheduleSpec } from '../../spec/experiment';
import { drawCohortData } from '../cohortData';
import { createLanePrograms } from '../laneProgram';
import { phasesAt } from '../phase';
import type { Program } from '../program';
import type { RowPrograms } from '../rowPrograms';
import { useBackend } from '../testing/backends';
import { pairwiseCover } from '../testing/pairwiseCover';
import { deviationOf, type ParityOptions } from '../testing/parity';
import { everyScheme, rowSpec, type RowFeed, type RowShape } from '../testing/rowSpecs';
import { soft } from '../testing/smallSpec';
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

/** Epsilon is so large that noise in gradients which ought to be zero does not decide about a whole step. */
const ADAM: OptimizerSpec = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-3 };
const OPTIMIZERS: readonly OptimizerSpec[] = [{ kind: 'sgd' }, { kind: 'momentum', momentum: 0.9 }, ADAM];
const ACTIVATIONS: readonly Activation[] = ['tanh', 'relu', 'linear'];
const LOSSES: readonly (readonly Loss[])[] = [
  ['mse', 'softmax', 'sigmoid'],
  ['mse', 'mse', 'mse'],
  ['softmax', 'softmax', 'softmax'],
  ['sigmoid', 'sigmoid', 'sigmoid'],
];
const FEEDS: readonly RowFeed[] = [
  { batch: null, inputs: 'common' },
  { batch: null, inputs: 'own' },
  { batch: 4, inputs: 'common' },
  // More than the third task has.
  { batch: 7, inputs: 'own' },
];
const SCHEDULES: readonly ScheduleSpec[] = [
  { kind: 'cosine', floor: 0.1 },
  { kind: 'constant' },
  { kind: 'step', every: 20, factor: 0.5 },
  { kind: 'exponential', every: 30, factor: 0.3 },
  { kind: 'warmup', steps: 10 },
];
const SMALL: readonly RowShape[] = [
  { inputs: 2, trunk: [4, 2], head: [], outputs: 3 },
  { inputs: 3, trunk: [], head: [], outputs: 2 },
  { inputs: 3, trunk: [5], head: [3], outputs: 5 },
  { inputs: 2, trunk: [9, 1], head: [], outputs: 4 },
];

const pick = <V>(from: readonly V[], index: number | undefined): V => {
  const found = from[index ?? 0];
  if (found === undefined) throw new RangeError(`no level ${index}`);
  return found;
};

describe('all schemes side by side', () => {
  const cover = pairwiseCover([SMALL, LOSSES, ACTIVATIONS, OPTIMIZERS, FEEDS, SCHEDULES].map((each) => each.length));

  it('meet in few experiments', () => {
    expect(cover.length).toBeLessThan(32);
  });

  it.each(cover.map((levels, index) => ({ levels, index })))(
    'experiment $index: $levels',
    async ({ levels, index }) => {
      const shape = pick(SMALL, levels[0]);
      const setting = {
        shape,
        losses: pick(LOSSES, levels[1]),
        activation: pick(ACTIVATIONS, levels[2]),
        optimizer: pick(OPTIMIZERS, levels[3]),
        feed: pick(FEEDS, levels[4]),
        schedule: pick(SCHEDULES, levels[5]),
        schemes: everyScheme(shape.trunk.length + shape.head.length + 1, index % 2 === 0 ? 0 : 1),
      };
      await expectParity(rowSpec(setting));
    },
  );
});

const FEW: readonly RowScheme[] = [
  { kind: 'hard', sharedLayers: 2, groups: null },
  soft(0.05, { on: 'trunk' }),
  soft(0.5, { coupling: 'proximal' }),
];

const LARGE: readonly (readonly [string, RowShape, readonly Loss[], OptimizerSpec, Activation, RowFeed, number])[] = [
  ['2-4-2-1', { inputs: 2, trunk: [4, 2], head: [], outputs: 1 }, ['mse', 'sigmoid'], ADAM, 'tanh', pick(FEEDS, 0), 3],
  ['8-32-32-2', { inputs: 8, trunk: [32, 32], head: [], outputs: 2 }, ['mse', 'mse'], ADAM, 'relu', pick(FEEDS, 2), 3],
  [
    '20-64-64 with three heads',
    { inputs: 20, trunk: [64, 64], head: [], outputs: 3 },
    ['mse', 'softmax', 'sigmoid'],
    { kind: 'momentum', momentum: 0.9 },
    'tanh',
    pick(FEEDS, 1),
    1,
  ],
  [
    '196-64-64-10',
    { inputs: 196, trunk: [64, 64], head: [], outputs: 10 },
    ['softmax', 'softmax'],
    { kind: 'sgd' },
    'relu',
    pick(FEEDS, 2),
    1,
  ],
];

describe('networks as large as the presets have them', () => {
  it.each(LARGE)('%s', async (_, shape, losses, optimizer, activation, feed, schemes) => {
    const spec = rowSpec({
      shape,
      losses,
      activation,
      optimizer,
      feed,
      schedule: { kind: 'cosine', floor: 0.1 },
      schemes: FEW.slice(0, schemes),
    });
    await expectParity(spec);
  });
});

describe('what evaluations ask for', () => {
  const settings = [
    ...SMALL.flatMap((shape) => LOSSES.map((losses) => ({ shape, losses }))),
    ...LARGE.map(([, shape], index) => ({ shape, losses: pick(LOSSES, index) })),
  ].map((setting, index) => ({ ...setting, activation: pick(ACTIVATIONS, index % 3) }));

  it('full-batch gradients within 1e-5, outputs too, of any theta', async () => {
    for (const [index, setting] of settings.entries()) {
      const spec = rowSpec({
        ...setting,
        optimizer: { kind: 'sgd' },
        feed: pick(FEEDS, index % 2),
        schedule: { kind: 'constant' },
        schemes: [{ kind: 'alone' }],
      });
      const data = drawCohortData(spec);
      const phases = phasesAt(spec, data.tasks, 0, []);
      const [reference, fused] = [undefined, rowPrograms].map((programs) => {
        const [lanes] = createLanePrograms(data, phases, programs);
        if (!lanes) throw new Error('no program');
        return lanes.program;
      });
      if (!reference || !fused) throw new Error('no programs');
      const theta = (await reference.theta()).map((value, i) => value + 0.3 * Math.sin(i));
      const gradients = (program: Program) => program.gradients?.(theta);
      const outputs = (program: Program) => program.outputs(theta, 'train');
      // Where tasks have rows of their own, outputs are padded with what nobody looks at.
      for (const read of index % 2 === 0 ? [gradients, outputs] : [gradients]) {
        const [expected, found] = [await read(reference), await read(fused)];
        if (!expected || !found) throw new Error('no numbers');
        const size = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const apart = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - (found[i] ?? NaN))), 0);
        expect(size).toBeGreaterThan(1e-3);
        expect(apart / size, `setting ${index}`).toBeLessThan(1e-5);
      }
      reference.dispose();
      fused.dispose();
    }
  });
});
