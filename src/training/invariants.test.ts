/** What must hold of any cohort, whatever it learns. */
import { PLAIN_POINT } from '../spec/plain';
import { engine, memory, tensor3d, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FREE_ROWS } from '../sharing/rowRule';
import { createCoupling } from '../sharing/coupling';
import { laneIndex, type ExperimentSpec } from '../spec/experiment';
import { createTrainer } from './createTrainer';
import { useBackend } from './testing/backends';
import { ADAM, arm, MIXED_TABLE, smallSpec, soft, TANH_RELU } from './testing/smallSpec';
import { trainTo, weightsAt } from './testing/trainTo';
import { DivergenceError } from './trainer';

const mixed = (more: Partial<ExperimentSpec> = {}): ExperimentSpec =>
  smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks: MIXED_TABLE }],
    arms: [
      arm('alone', { kind: 'alone' }, 3),
      arm('zero', soft(0), 3),
      arm('hard', { kind: 'hard', sharedLayers: 2, groups: null }, 3),
      arm('soft', soft(0.05), 3),
    ],
    model: TANH_RELU,
    training: { steps: 40, batch: 4, optimizer: ADAM, schedule: { kind: 'constant' } },
    ...more,
  });

/** theta of the lanes of one arm. */
function armOf(spec: ExperimentSpec, theta: Float32Array, index: number): Float32Array {
  const size = theta.length / (spec.points.length * spec.arms.length * spec.seeds.length);
  const first = laneIndex(spec, { point: 0, arm: index, seed: 0 });
  return theta.slice(first * size, (first + spec.seeds.length) * size);
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('soft sharing with lambda 0 is training alone, bit for bit, in one cohort and apart', async () => {
    const spec = mixed({ seeds: [0, 7, 2 ** 32 - 1] });
    const together = createTrainer(spec);
    const theta = await weightsAt(together, 40);
    together.dispose();
    const alone = armOf(spec, theta, 0);
    expect(armOf(spec, theta, 1)).toEqual(alone);
    expect(armOf(spec, theta, 3)).not.toEqual(alone);
    for (const index of [0, 1]) {
      const apart = createTrainer({ ...spec, arms: spec.arms.slice(index, index + 1) });
      expect(await weightsAt(apart, 40)).toEqual(alone);
      apart.dispose();
    }
  });

  it('hard sharing keeps the tied columns of all rows equal to the last bit, and only those', async () => {
    const spec = mixed({ seeds: [5] });
    const trainer = createTrainer(spec);
    const row = armOf(spec, await weightsAt(trainer, 40), 2);
    const columns = row.length / 3;
    const tied = 2 * 5 + 5 + 5 * 4 + 4;
    for (let task = 1; task < 3; task++) {
      expect(row.slice(task * columns, task * columns + tied)).toEqual(row.slice(0, tied));
      expect(row.slice(task * columns + tied, (task + 1) * columns)).not.toEqual(row.slice(tied, columns));
    }
    const { distance, weightCosine } = await trainer.evaluate();
    expect([...distance.slice(6, 8)]).toEqual([0, 0]);
    expect(weightCosine[6]).toBeCloseTo(1, 6);
    expect(distance[8]).toBeGreaterThan(0);
    trainer.dispose();
  });

  it('outputs that a narrow task does not have stay zero', async () => {
    const spec = mixed({ arms: [arm('alone', { kind: 'alone' }, 3)] });
    const trainer = createTrainer(spec);
    const theta = await weightsAt(trainer, 40);
    const columns = theta.length / 3;
    const head = 2 * 5 + 5 + 5 * 4 + 4;
    // The third task has one output of three: columns 1 and 2 of every row of its last layer, and their biases.
    for (let input = 0; input <= 4; input++) {
      expect([...theta.slice(2 * columns + head + input * 3 + 1, 2 * columns + head + input * 3 + 3)]).toEqual([0, 0]);
    }
    trainer.dispose();
  });

  it('neither the seed list nor the other arms change a network', async () => {
    const many = mixed({ seeds: [4, 9, 12] });
    const one = mixed({ seeds: [9], arms: many.arms.slice(2, 3) });
    const a = createTrainer(many);
    const b = createTrainer(one);
    const theta = await weightsAt(a, 40);
    const size = theta.length / 12;
    const lane = laneIndex(many, { point: 0, arm: 2, seed: 1 });
    expect(await weightsAt(b, 40)).toEqual(theta.slice(lane * size, (lane + 1) * size));
    a.dispose();
    b.dispose();
  });

  it('holds no tensor more after 5000 steps and 50 restarts', async () => {
    const small: ExperimentSpec = {
      ...smallSpec(),
      arms: [arm('alone', { kind: 'alone' }), arm('soft', soft(0.1)), arm('safe', soft(9, { coupling: 'proximal' }))],
      training: { steps: 6000, batch: 4, optimizer: ADAM, schedule: { kind: 'constant' } },
      evaluation: { every: 500, gradients: true, probes: [] },
    };
    const before = memory();
    const trainer = createTrainer(small);
    trainTo(trainer, 1);
    await trainer.evaluate();
    trainTo(trainer, 70);
    const early = memory();
    while (trainer.step < 5070) {
      void trainer.advance(5070 - trainer.step);
      if (trainer.step % 500 === 0) await trainer.evaluate();
    }
    // One evaluation keeps its state to be able to go back to it: three more tensors while the run is between two.
    expect(memory().numTensors).toBeLessThanOrEqual(early.numTensors + 3);
    expect(memory().numBytes).toBeLessThanOrEqual(early.numBytes + 3 * 4 * 3 * 2 * 4);
    trainer.dispose();
    expect(memory().numTensors).toBe(before.numTensors);
    for (let restart = 0; restart < 50; restart++) {
      const again = createTrainer(small);
      trainTo(again, 3);
      await again.evaluate();
      again.dispose();
    }
    expect(memory().numTensors).toBe(before.numTensors);
    expect(memory().numBytes).toBe(before.numBytes);
  });
});

describe('cost', () => {
  beforeAll(() => useBackend('cpu'));

  it('a step is as many tensor operations for 1, 8 and 64 networks', async () => {
    const counts: number[] = [];
    for (const lanes of [1, 8, 64]) {
      const spec = mixed({ arms: mixed().arms.slice(2, 3), seeds: Array.from({ length: lanes }, (_, i) => i) });
      const trainer = createTrainer(spec);
      trainTo(trainer, 1);
      const { kernels } = await engine().profile(() => void trainer.advance(1));
      counts.push(kernels.length);
      trainer.dispose();
    }
    expect(counts[0]).toBeGreaterThan(20);
    expect(new Set(counts).size).toBe(1);
  });
});

describe('the pull between rows', () => {
  beforeAll(() => useBackend('cpu'));

  it('sums to zero over the tasks, for any weights and stiffness', async () => {
    const number = fc.float({ min: -8, max: 8, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 0, max: 50 }),
        async (values, stiffness) => {
          const rule = { ...FREE_ROWS, coupledLayers: 1, stiffness };
          const coupling = createCoupling([rule], 3, 4, () => 4);
          const pull = tidy(() =>
            coupling.pull(tensor3d(new Float32Array(12), [1, 3, 4]), tensor3d(values, [1, 3, 4])),
          );
          const rows = await pull.data();
          pull.dispose();
          coupling.dispose();
          for (let column = 0; column < 4; column++) {
            const sum = [0, 1, 2].reduce((total, task) => total + (rows[task * 4 + column] ?? NaN), 0);
            expect(Math.abs(sum)).toBeLessThan(1e-4 * Math.max(1, stiffness));
          }
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe('divergence', () => {
  beforeAll(() => useBackend('cpu'));

  it('names network, task and the first bad step', async () => {
    const spec = smallSpec({
      arms: [arm('alone', { kind: 'alone' }), { ...arm('wild', { kind: 'alone' }), taskWeights: [1, 400] }],
      seeds: [3, 4],
      training: { ...smallSpec().training, steps: 400 },
      evaluation: { every: 100, gradients: false, probes: [] },
    });
    const trainer = createTrainer(spec);
    await trainer.evaluate();
    void trainer.advance(100);
    const error = await trainer.evaluate().catch((reason: unknown) => reason);
    trainer.dispose();
    if (!(error instanceof DivergenceError)) throw new Error('expected a divergence');
    expect(error.at.arm).toBe('wild');
    expect(error.at.task).toBe(1);
    expect(error.at.step).toBeGreaterThan(0);
    expect(error.at.step).toBeLessThan(100);
    // The step before is still within bounds: the first bad step is named, not the first looked at.
    const replay = createTrainer({ ...spec, evaluation: { every: 1, gradients: false, probes: [] } });
    await replay.evaluate();
    for (let step = 1; step < error.at.step; step++) {
      void replay.advance(1);
      await replay.evaluate();
    }
    void replay.advance(1);
    await expect(replay.evaluate()).rejects.toThrow(DivergenceError);
    replay.dispose();
  });

  it('a lambda of a million neither overflows nor leaves the rows apart', async () => {
    for (const optimizer of [{ kind: 'sgd' }, { kind: 'momentum', momentum: 0.9 }, ADAM] as const) {
      const spec = smallSpec({
        arms: [arm('soft', soft(1e6, { coupling: 'proximal' }))],
        training: { steps: 200, batch: null, optimizer, schedule: { kind: 'constant' } },
      });
      const trainer = createTrainer(spec);
      trainTo(trainer, 200);
      const { distance, trainLoss } = await trainer.evaluate();
      expect(distance[0]).toBeLessThan(1e-5);
      expect(trainLoss.every((loss) => Number.isFinite(loss) && loss < 5)).toBe(true);
      trainer.dispose();
    }
  });
});
