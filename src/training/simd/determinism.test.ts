/** What follows from the spec alone, to the last bit: however steps are grouped, cut, resumed, and whoever trains beside. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { BALANCING_KINDS } from '../../spec/balancing';
import { resolveBalancing } from '../../spec/balancingFields';
import { laneIndex, type ArmSpec, type ExperimentSpec, type TaskSource } from '../../spec/experiment';
import { PLAIN_POINT } from '../../spec/plain';
import { createTrainer, type TrainerOptions } from '../createTrainer';
import { drawCohortData } from '../cohortData';
import { createLanePrograms } from '../laneProgram';
import { phasesAt } from '../phase';
import type { Adjustment } from '../events';
import type { RowPrograms } from '../rowPrograms';
import { DIGEST, digestOf, digestOfRuns, stretchOf } from '../testing/digestRun';
import { rowTable } from '../testing/rowSpecs';
import { ADAM, arm, LINEAR_PAIR, MIXED_TABLE, smallSpec, soft, TANH_RELU } from '../testing/smallSpec';
import { trainAndWait, weightsAt } from '../testing/trainTo';
import { DivergenceError, type Trainer } from '../trainer';
import { createMemoryPlanner } from './simdMemory';
import { createSimdRowPrograms } from './simdRowPrograms';

let rowPrograms: RowPrograms;

beforeAll(async () => {
  rowPrograms = await createSimdRowPrograms();
});

/** No TensorFlow.js backend is there: everything has to be computed by the fused programs. */
function start(spec: ExperimentSpec, options: Omit<TrainerOptions, 'rowPrograms'> = {}): Trainer {
  return createTrainer(spec, { rowPrograms, backend: 'simd', ...options });
}

const STEPS = 50;
const HARD = { kind: 'hard', sharedLayers: 2, groups: null } as const;
const TASKS = 3;
const SHAPE = { inputs: 3, trunk: [], head: [], outputs: 2 };

const balanced = (kind: Exclude<ArmSpec['balancing']['kind'], 'static'>): ArmSpec => ({
  ...arm(kind, HARD, TASKS),
  balancing: resolveBalancing({ kind }),
});

/** Every way in which a step is computed. */
const PLAIN_ARMS: readonly ArmSpec[] = [
  arm('alone', { kind: 'alone' }, TASKS),
  arm('zero', soft(0), TASKS),
  arm('hard', HARD, TASKS),
  arm('groups', { kind: 'hard', sharedLayers: 1, groups: [[0, 2]] }, TASKS),
  arm('soft', soft(0.05), TASKS),
  arm('safe', soft(100, { on: 'trunk', coupling: 'proximal' }), TASKS),
  arm('trace', soft(0.05, { penalty: 'trace', coupling: 'proximal' }), TASKS),
  arm('reptile', { kind: 'meta', method: 'reptile', innerSteps: 4, outerRate: 0.5, annealOver: STEPS }, TASKS),
  {
    ...arm('timeline', { kind: 'alone' }, TASKS),
    timeline: [
      { do: 'adopt', task: 1, at: 10 },
      { do: 'anchor', penalty: 'ewc', lambda: 2, task: 0, at: 20 },
      { do: 'scheme', scheme: HARD, at: 31 },
    ],
  },
];
const ALL_ARMS: readonly ArmSpec[] = [...PLAIN_ARMS, balanced('uncertainty'), balanced('pcgrad'), balanced('gradnorm')];

const specOf = (arms: readonly ArmSpec[], more: Partial<ExperimentSpec> = {}, batch: number | null = 4) =>
  smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks: MIXED_TABLE }],
    arms,
    seeds: [3],
    model: TANH_RELU,
    training: { steps: STEPS, batch, optimizer: ADAM, schedule: { kind: 'cosine', floor: 0.1 } },
    evaluation: { every: STEPS, gradients: false, probes: [] },
    ...more,
  });

async function endOf(spec: ExperimentSpec, options: Omit<TrainerOptions, 'rowPrograms'> = {}): Promise<Float32Array> {
  const trainer = start(spec, options);
  const theta = await weightsAt(trainer, spec.training.steps);
  trainer.dispose();
  return theta;
}

/** theta of one network. */
function laneOf(spec: ExperimentSpec, theta: Float32Array, lane: number): Float32Array {
  const size = theta.length / (spec.points.length * spec.arms.length * spec.seeds.length);
  return theta.slice(lane * size, (lane + 1) * size);
}

describe('the end of a run', () => {
  it.each([4, null])('is the same after a cut at any of 50 steps, batch %s', async (batch) => {
    const spec = specOf(ALL_ARMS, {}, batch);
    const whole = start(spec);
    const checkpoints = [await whole.checkpoint()];
    // One by one, which is a way of grouping too.
    for (let step = 1; step <= STEPS; step++) {
      await trainAndWait(whole, step);
      checkpoints.push(await whole.checkpoint());
    }
    whole.dispose();
    const last = checkpoints.at(-1)?.arrays ?? [];
    expect(last[0]?.every((weight) => weight === 0)).toBe(false);
    // All of them for batches; every seventh where rows lie still.
    for (const checkpoint of checkpoints.slice(0, STEPS).filter(({ step }) => batch !== null || step % 7 === 0)) {
      const resumed = start(spec, { checkpoint });
      await trainAndWait(resumed, STEPS);
      expect(digestOf((await resumed.checkpoint()).arrays), `cut at step ${checkpoint.step}`).toBe(digestOf(last));
      resumed.dispose();
    }
  });

  it('is the same in strides of any length, evaluated on the way or not', async () => {
    const spec = specOf(ALL_ARMS);
    const expected = await endOf(spec);
    for (const stride of [1, 7, 33]) {
      const trainer = start(spec);
      while (trainer.step < STEPS) await trainer.advance(stride);
      expect(await weightsAt(trainer, STEPS), `stride ${stride}`).toEqual(expected);
      trainer.dispose();
    }
    const evaluated = {
      ...spec,
      evaluation: { every: 7, gradients: true, probes: ['affinity', 'interpolation'] as const },
    };
    const trainer = start(evaluated);
    while (trainer.step < STEPS) {
      await trainer.evaluate();
      await trainer.advance(STEPS);
    }
    expect(await weightsAt(trainer, STEPS)).toEqual(expected);
    trainer.dispose();
  });

  it('is the same when live changes are replayed', async () => {
    const spec = specOf(PLAIN_ARMS);
    const whole = start(spec);
    await trainAndWait(whole, 10);
    const adjustments: Adjustment[] = [whole.adjust({ arm: 'soft', lambda: 0.4 })];
    const checkpoint = await whole.checkpoint();
    await trainAndWait(whole, 25);
    adjustments.push(whole.adjust({ arm: 'hard', learningRate: 0.2, taskWeights: [1, 0.5, 2] }));
    const expected = await weightsAt(whole, STEPS);
    whole.dispose();
    expect(await endOf(spec, { adjustments })).toEqual(expected);
    expect(await endOf(spec, { adjustments, checkpoint })).toEqual(expected);
    expect(await endOf(spec)).not.toEqual(expected);
  });

  it('has the digest that it has everywhere', async () => {
    expect(await digestOfRuns(stretchOf(start))).toBe(DIGEST);
  });
});

describe('a digest', () => {
  it('is FNV-1a', () => {
    // Of the four bytes of "foob": the constant of the algorithm's authors is for "foobar", so byte by byte by hand.
    const bytes = (text: string): Float32Array => new Float32Array(new TextEncoder().encode(text).buffer);
    // http://www.isthe.com/chongo/src/fnv/test_fnv.c: "chongo was here!" has 16 bytes.
    expect(digestOf([bytes('chongo was here!')])).toBe('448524fd');
    expect(digestOf([])).toBe('811c9dc5');
  });
});

describe('a network', () => {
  it.each([4, null])('does not depend on its company, batch %s', async (batch) => {
    const others = BALANCING_KINDS.flatMap((kind) => (kind === 'static' ? [] : [balanced(kind)]));
    const arms = [...PLAIN_ARMS, ...others];
    // The arms with companions bring their arrays along; nobody else may notice.
    const spec = specOf(arms, { seeds: [3, 8] }, batch);
    const theta = await endOf(spec);
    for (const [index, one] of arms.entries()) {
      const alone = await endOf({ ...spec, arms: [one], seeds: [8] });
      const lane = laneIndex(spec, { point: 0, arm: index, seed: 1 });
      expect(digestOf([alone]), one.id).toBe(digestOf([laneOf(spec, theta, lane)]));
    }
  });

  it('does not depend on the other points, whose tasks see other inputs', async () => {
    const shape = { inputs: 2, trunk: [], head: [], outputs: 1 };
    const losses = ['mse', 'mse', 'mse'] as const;
    const held = { validationSamples: 3, testSamples: 3 };
    const sources: readonly TaskSource[] = [
      rowTable(shape, losses, 'common'),
      rowTable(shape, losses, 'own'),
      // Drawn without end: the same inputs for all tasks.
      { source: 'scales', dimension: 2, outputs: 1, scales: [1, 2, 1], samples: 6, ...held },
    ];
    const points = sources.map((tasks) => ({ ...PLAIN_POINT, value: null, tasks }));
    for (const batch of [null, 4]) {
      const spec = specOf([arm('hard', HARD, TASKS)], { points }, batch);
      const theta = await endOf(spec);
      for (const [index, point] of points.entries()) {
        const alone = await endOf({ ...spec, points: [point] });
        expect(digestOf([alone]), `point ${index}, batch ${batch}`).toBe(digestOf([laneOf(spec, theta, index)]));
      }
    }
  });

  it('that shares softly with lambda 0 is alone', async () => {
    const spec = specOf(ALL_ARMS);
    const theta = await endOf(spec);
    expect(laneOf(spec, theta, 1)).toEqual(laneOf(spec, theta, 0));
    expect(laneOf(spec, theta, 4)).not.toEqual(laneOf(spec, theta, 0));
  });

  it('keeps tied columns equal, and outputs that a task does not have at zero', async () => {
    const spec = specOf(ALL_ARMS);
    const theta = await endOf(spec);
    const columns = theta.length / (ALL_ARMS.length * TASKS);
    const tied = 2 * 5 + 5 + 5 * 4 + 4;
    const rows = (lane: number): readonly Float32Array[] =>
      [0, 1, 2].map((task) => laneOf(spec, theta, lane).slice(task * columns, (task + 1) * columns));
    for (const [lane, { scheme }] of ALL_ARMS.entries()) {
      const [first, ...others] = rows(lane);
      if (!first || scheme.kind !== 'hard' || scheme.groups) continue;
      for (const other of others) {
        expect(other.slice(0, tied)).toEqual(first.slice(0, tied));
        expect(other.slice(tied)).not.toEqual(first.slice(tied));
      }
    }
    const narrow = rows(0)[2]?.slice(tied) ?? [];
    // One output of three: the other two columns of the last layer.
    narrow.forEach((weight, i) => expect(weight === 0).toBe(i % 3 !== 0 || weight === 0));
    expect(narrow.some((weight) => weight !== 0)).toBe(true);
  });
});

describe('a network that leaves the numbers', () => {
  it('is named with its task and its first bad step, which the run goes back for', async () => {
    // Balanced, so that what the method remembers goes back too.
    const wild: ArmSpec = { ...balanced('gradnorm'), id: 'wild', learningRate: 0.9 };
    const spec = smallSpec({
      points: [{ ...PLAIN_POINT, value: null, tasks: rowTable(SHAPE, ['mse', 'mse', 'mse'], 'own') }],
      arms: [arm('alone', { kind: 'alone' }, TASKS), wild],
      seeds: [3, 4],
      model: {
        trunk: [
          { units: 6, activation: 'linear' },
          { units: 4, activation: 'relu' },
        ],
        head: [],
        headStart: 'own',
      },
      training: { ...smallSpec().training, steps: 400 },
    });
    const firstBad = async (every: number): Promise<DivergenceError> => {
      const trainer = start({ ...spec, evaluation: { every, gradients: false, probes: [] } });
      try {
        for (;;) {
          await trainer.evaluate();
          if ((await trainer.advance(400)) === 0) throw new Error('nothing diverged');
        }
      } catch (error) {
        if (error instanceof DivergenceError) return error;
        throw error;
      } finally {
        trainer.dispose();
      }
    };
    const [near, far] = [await firstBad(1), await firstBad(100)];
    expect(near.at.arm).toBe('wild');
    expect(near.at.step).toBeGreaterThan(2);
    expect(far.at).toEqual(near.at);
  });

  it('goes back with what its balancing method remembers', async () => {
    const spec = specOf(ALL_ARMS);
    const data = drawCohortData(spec);
    const phases = phasesAt(spec, data.tasks, 0, []);
    const [lanes] = createLanePrograms(data, phases, rowPrograms);
    if (!lanes) throw new Error('no program');
    const { program } = lanes;
    void program.advance(0, 9);
    const held = program.hold();
    const before = digestOf(await program.save());
    const end = async (): Promise<string> => {
      void program.advance(9, 20);
      return digestOf(await program.save());
    };
    const first = await end();
    // Twice: what is held stays as it was.
    for (let time = 0; time < 2; time++) {
      held.restore();
      expect(digestOf(await program.save())).toBe(before);
      expect(await end()).toBe(first);
    }
    held.release();
    expect(first).not.toBe(before);
  });
});

describe('memory', () => {
  /** Bytes in use once everything is collected that can be. */
  function bytesInUse(): number {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }

  it('does not grow over 10,000 bursts, evaluations and checkpoints', async () => {
    const spec = smallSpec({
      points: [{ ...PLAIN_POINT, value: null, tasks: LINEAR_PAIR }],
      arms: [arm('alone', { kind: 'alone' }), arm('safe', soft(9, { coupling: 'proximal' }))],
      training: { steps: 40_000, batch: 4, optimizer: ADAM, schedule: { kind: 'constant' } },
      evaluation: { every: 200, gradients: true, probes: [] },
    });
    const trainer = start(spec);
    const burst = async (bursts: number): Promise<void> => {
      for (let i = 0; i < bursts; i++) {
        if (trainer.step % 200 === 0) await trainer.evaluate();
        await trainer.advance(2);
        if (i % 500 === 0) await trainer.checkpoint();
      }
    };
    await burst(2_000);
    const early = bytesInUse();
    const later: number[] = [];
    for (let i = 0; i < 5; i++) {
      await burst(2_000);
      later.push(bytesInUse());
    }
    // The least of the last ones: code that is compiled meanwhile comes and goes. Sixteen bytes a step would be 256,000.
    expect(Math.min(...later.slice(2)) - early).toBeLessThan(150_000);
    trainer.dispose();
  });

  it("is the collector's again after a run", async () => {
    const spec = specOf(PLAIN_ARMS);
    // A memory with all its pages has its largest size from the beginning.
    const { memory } = createMemoryPlanner().build();
    expect(() => memory.grow(1)).toThrow(RangeError);
    const restart = async (times: number): Promise<void> => {
      for (let i = 0; i < times; i++) {
        const trainer = start(spec);
        await trainer.evaluate();
        await trainAndWait(trainer, 2);
        trainer.dispose();
      }
    };
    await restart(3);
    const early = bytesInUse();
    await restart(12);
    // A memory is at least 64 KiB.
    expect(bytesInUse() - early).toBeLessThan(400_000);
  });
});
