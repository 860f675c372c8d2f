/** A run cut at any step and resumed from its checkpoint equals the uninterrupted one, bit for bit. */
import { PLAIN_POINT } from '../spec/plain';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OptimizerSpec } from '../spec/experiment';
import { createTrainer } from './createTrainer';
import type { Adjustment } from './events';
import { useBackend } from './testing/backends';
import { ADAM, arm, MIXED_TABLE, smallSpec, soft, TANH_RELU } from './testing/smallSpec';
import { trainTo, weightsAt } from './testing/trainTo';

const OPTIMIZERS: readonly OptimizerSpec[] = [{ kind: 'sgd' }, { kind: 'momentum', momentum: 0.9 }, ADAM];
const STEPS = 50;

/** On the slow reference backend one seed must do. */
const specFor = (optimizer: OptimizerSpec, backend: 'cpu' | 'wasm') =>
  smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks: MIXED_TABLE }],
    arms: [
      arm('alone', { kind: 'alone' }, 3),
      arm('hard', { kind: 'hard', sharedLayers: 2, groups: null }, 3),
      arm('soft', soft(0.05, { on: 'trunk' }), 3),
      arm('safe', soft(100, { on: 'trunk', coupling: 'proximal' }), 3),
    ],
    seeds: backend === 'cpu' ? [0] : [0, 1, 2 ** 32 - 1],
    model: TANH_RELU,
    training: { steps: STEPS, batch: 4, optimizer, schedule: { kind: 'cosine', floor: 0.1 } },
  });

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(OPTIMIZERS)('every one of 50 cut points, $kind', async (optimizer) => {
    const spec = specFor(optimizer, backend);
    const whole = createTrainer(spec);
    const checkpoints = [await whole.checkpoint()];
    for (let step = 1; step <= STEPS; step++) {
      trainTo(whole, step);
      checkpoints.push(await whole.checkpoint());
    }
    const expected = checkpoints.at(-1)?.arrays[0] ?? new Float32Array(0);
    expect(expected.some((weight) => weight !== 0)).toBe(true);
    whole.dispose();
    for (const checkpoint of checkpoints.slice(0, STEPS)) {
      const resumed = createTrainer(spec, { checkpoint });
      expect(await weightsAt(resumed, STEPS), `cut at step ${checkpoint.step}`).toEqual(expected);
      resumed.dispose();
    }
  });

  it('live changes are replayed at their steps', async () => {
    const spec = specFor(ADAM, backend);
    const whole = createTrainer(spec);
    trainTo(whole, 10);
    const adjustments: Adjustment[] = [whole.adjust({ arm: 'soft', lambda: 0.4 })];
    const checkpoint = await whole.checkpoint();
    trainTo(whole, 25);
    adjustments.push(whole.adjust({ arm: 'hard', learningRate: 0.2, taskWeights: [1, 0.5, 2] }));
    const expected = await weightsAt(whole, STEPS);
    whole.dispose();
    for (const options of [{ adjustments }, { adjustments, checkpoint }]) {
      const resumed = createTrainer(spec, options);
      expect(await weightsAt(resumed, STEPS)).toEqual(expected);
      resumed.dispose();
    }
    const unchanged = createTrainer(spec);
    expect(await weightsAt(unchanged, STEPS)).not.toEqual(expected);
    unchanged.dispose();
  });
});
