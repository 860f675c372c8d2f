/**
 * Runs whose last weights have one digest wherever fused steps in WebAssembly compute them: in every browser, on every
 * machine, for any number of workers. Not part of the product.
 */
import { PLAIN_POINT } from '../../spec/plain';
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import type { TrainerOptions } from '../createTrainer';
import type { Checkpoint } from '../events';
import type { Trainer } from '../trainer';
import { ADAM, arm, MIXED_TABLE, smallSpec, soft, TANH_RELU } from './smallSpec';
import { trainAndWait } from './trainTo';

const STEPS = 60;

const schemes = (tasks: number): readonly ArmSpec[] => [
  arm('alone', { kind: 'alone' }, tasks),
  arm('hard', { kind: 'hard', sharedLayers: 2, groups: null }, tasks),
  arm('soft', soft(0.05, { on: 'trunk' }), tasks),
  arm('safe', soft(10, { coupling: 'proximal' }), tasks),
  arm('trace', soft(0.02, { penalty: 'trace', coupling: 'proximal', on: 'trunk' }), tasks),
  {
    ...arm('surgery', { kind: 'hard', sharedLayers: 2, groups: null }, tasks),
    balancing: { kind: 'pcgrad' },
  },
  {
    ...arm('uncertainty', { kind: 'hard', sharedLayers: 2, groups: null }, tasks),
    balancing: { kind: 'uncertainty', form: 'log-variance', rate: 0.02, start: 'first-loss' },
  },
];

/** Three losses in batches with Adam; random features by full batches with momentum. */
export const DIGEST_SPECS: readonly ExperimentSpec[] = [
  smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks: MIXED_TABLE }],
    arms: schemes(3),
    seeds: [0, 7],
    model: TANH_RELU,
    training: { steps: STEPS, batch: 4, optimizer: ADAM, schedule: { kind: 'cosine', floor: 0.1 } },
    evaluation: { every: STEPS, gradients: false, probes: [] },
  }),
  smallSpec({
    points: [30, 90].map((angle) => ({
      ...{ ...PLAIN_POINT, value: angle },
      tasks: {
        ...{ source: 'angle', teacher: 'relu', dimension: 5, features: 3, angle, samples: [9, 14], noise: 0.2 },
        ...{ validationSamples: 5, testSamples: 5 },
      },
    })),
    arms: schemes(2),
    seeds: [2 ** 32 - 1],
    model: TANH_RELU,
    training: {
      ...{ steps: STEPS, batch: null, optimizer: { kind: 'momentum', momentum: 0.9 } },
      schedule: { kind: 'exponential', every: 30, factor: 0.5 },
    },
    evaluation: { every: STEPS, gradients: false, probes: [] },
  }),
];

/** The digest that {@link digestOfRuns} must give. It changes only when what a step computes is changed on purpose. */
export const DIGEST = '13d1673c';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a (32 bits) over the bytes of the numbers, as eight hexadecimal digits. */
export function digestOf(arrays: readonly Float32Array[]): string {
  let hash = OFFSET;
  for (const array of arrays) {
    // Byte by byte from the lowest, whatever the order on this machine.
    for (const bits of new Uint32Array(array.buffer, array.byteOffset, array.length)) {
      for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((bits >>> shift) & 0xff), PRIME);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Takes a run on to `step`, from its beginning or from where it was cut, and cuts it there. */
export type Stretch = (spec: ExperimentSpec, from: Checkpoint | null, step: number) => Promise<Checkpoint>;

/** {@link Stretch} of the trainers that `make` makes. */
export function stretchOf(
  make: (spec: ExperimentSpec, options: Pick<TrainerOptions, 'backend' | 'checkpoint'>) => Trainer | Promise<Trainer>,
): Stretch {
  return async (spec, from, step) => {
    const trainer = await make(spec, { backend: 'simd', ...(from && { checkpoint: from }) });
    await trainAndWait(trainer, step);
    const checkpoint = await trainer.checkpoint();
    trainer.dispose();
    return checkpoint;
  };
}

/**
 * Trains all {@link DIGEST_SPECS} to their end: the digest of their weights.
 * @param cuts steps at which every run is cut and taken up again, ascending
 */
export async function digestOfRuns(stretch: Stretch, cuts: readonly number[] = []): Promise<string> {
  const ends: Float32Array[] = [];
  for (const spec of DIGEST_SPECS) {
    let reached: Checkpoint | null = null;
    for (const step of [...cuts, STEPS]) reached = await stretch(spec, reached, step);
    const [theta] = reached?.arrays ?? [];
    if (theta) ends.push(theta);
  }
  return digestOf(ends);
}
