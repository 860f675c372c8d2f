import { beforeAll, describe, expect, it } from 'vitest';
import { ewcAnchorGradient } from '../fusion/anchor';
import { diagonalFisher } from '../fusion/diagonalFisher';
import type { TimelineEvent } from '../spec/timeline';
import { drawSuite } from '../tasks/drawSuite';
import { createTrainer } from './createTrainer';
import { towerLayout } from './layout';
import { useBackend } from './testing/backends';
import { LINEAR_PAIR, arm } from './testing/smallSpec';
import { trainAndWait, weightsAt } from './testing/trainTo';
import { COLUMNS, MODEL, TRUNK, headOf, networkAt, rowsAt, spec, trunkOf, withEvents } from './testing/twoTowers';

describe('events of a timeline', () => {
  beforeAll(() => useBackend('cpu'));

  it('adopt gives all tasks one trunk and leaves their heads', async () => {
    const before = await rowsAt(spec([]), 10);
    const after = await rowsAt(spec([{ at: 10, do: 'adopt', task: 1 }]), 10);
    expect(trunkOf(after[0])).toEqual(trunkOf(before[1]));
    expect(trunkOf(after[1])).toEqual(trunkOf(before[1]));
    expect(headOf(after[0])).toEqual(headOf(before[0]));
  });

  it('fuse by the mean is the mean of the trunks; heads too with all', async () => {
    const before = await rowsAt(spec([]), 10);
    const mean = Float32Array.from(before[0], (value, i) => (value + (before[1][i] ?? 0)) / 2);
    const fused = (on: 'trunk' | 'all') =>
      rowsAt(spec([{ at: 10, do: 'fuse', method: { kind: 'mean' }, tasks: [0, 1], on }]), 10);
    const trunks = await fused('trunk');
    expect(trunkOf(trunks[0])).toEqual(trunkOf(mean));
    expect(headOf(trunks[1])).toEqual(headOf(before[1]));
    const all = await fused('all');
    expect(all[0]).toEqual(mean);
    expect(all[1]).toEqual(mean);
  });

  it('task arithmetic at scale 1/2 from adopted trunks is the mean', async () => {
    const adopt = { at: 5, do: 'adopt', task: 0 } as const;
    const fuse = (method: Extract<TimelineEvent, { do: 'fuse' }>['method']) =>
      rowsAt(spec([adopt, { at: 15, do: 'fuse', method, tasks: [0, 1], on: 'trunk' }]), 15);
    const mean = await fuse({ kind: 'mean' });
    const arithmetic = await fuse({ kind: 'arithmetic', scale: 0.5 });
    trunkOf(mean[0]).forEach((value, i) => expect(arithmetic[0][i]).toBeCloseTo(value, 6));
    const none = await fuse({ kind: 'arithmetic', scale: 0 });
    const start = await rowsAt(spec([adopt]), 5);
    expect(trunkOf(none[0])).toEqual(trunkOf(start[0]));
  });

  it('weight 0 stands a task still; the rows of the other go on', async () => {
    const plain = { kind: 'sgd' } as const;
    const training = { steps: 30, batch: null, optimizer: plain, schedule: { kind: 'constant' } } as const;
    const frozen = spec([{ at: 10, do: 'weights', taskWeights: [0, 1] }], { training });
    const at10 = await rowsAt(frozen, 10);
    const at20 = await rowsAt(frozen, 20);
    expect(at20[0]).toEqual(at10[0]);
    expect(at20[1]).not.toEqual(at10[1]);
  });

  it('hard sharing from a step on begins at the mean and stays tied', async () => {
    const scheme = { kind: 'hard', sharedLayers: 2, groups: null } as const;
    const before = await rowsAt(spec([]), 10);
    const tied = spec([{ at: 10, do: 'scheme', scheme }]);
    const at10 = await rowsAt(tied, 10);
    trunkOf(at10[0]).forEach((value, i) => {
      expect(value).toBeCloseTo(((before[0][i] ?? 0) + (before[1][i] ?? 0)) / 2, 6);
    });
    const at30 = await rowsAt(tied, 30);
    expect(trunkOf(at30[0])).toEqual(trunkOf(at30[1]));
    expect(trunkOf(at30[0])).not.toEqual(trunkOf(at10[0]));
  });

  it('an anchor of great weight holds the trunk, not the heads', async () => {
    const plain = { kind: 'sgd' } as const;
    const training = { steps: 30, batch: null, optimizer: plain, schedule: { kind: 'constant' } } as const;
    const drift = async (lambda: number): Promise<number> => {
      const held = spec([{ at: 10, do: 'anchor', penalty: 'l2', lambda, task: 0 }], { training });
      const [at10] = await rowsAt(held, 10);
      const [at30] = await rowsAt(held, 30);
      return Math.max(...trunkOf(at30).map((value, i) => Math.abs(value - (at10[i] ?? 0))));
    };
    const free = await drift(0);
    expect(await drift(3)).toBeLessThan(0.5 * free);
  });

  it('elastic weight consolidation adds lambda F (theta - theta*) to the gradient of the trunk', async () => {
    const training = { steps: 30, batch: null, optimizer: { kind: 'sgd' }, schedule: { kind: 'constant' } } as const;
    const free = spec([], { training });
    const held = spec([{ at: 10, do: 'anchor', penalty: 'ewc', lambda: 5, task: 0 }], { training });
    const [anchor, second] = [await rowsAt(free, 10), await rowsAt(free, 11)];
    const [loose, tight] = [await rowsAt(free, 12), await rowsAt(held, 12)];
    const data = drawSuite(LINEAR_PAIR, 1).tasks[0];
    if (!data) throw new Error('no data');
    const layout = towerLayout(MODEL, LINEAR_PAIR.dimension, [data.shape]);
    const fisher = diagonalFisher(layout, anchor[0], data.shape, data.train.inputs, data.train.rows);
    // At the first step nothing pulls yet: both are at `second`.
    const pull = ewcAnchorGradient(second[0], anchor[0], fisher, 5);
    const expected = loose[0].map((value, i) => value - (i < TRUNK ? 0.05 * (pull[i] ?? NaN) : 0));
    expect(Math.max(...pull.map(Math.abs))).toBeGreaterThan(0.01);
    expected.forEach((value, i) => expect(tight[0][i]).toBeCloseTo(value, 5));
  });

  it('pruned at the end: exactly that part of the trunk weights is zero', async () => {
    const [row] = await rowsAt(spec([{ at: 30, do: 'prune', sparsity: 0.5, on: 'trunk' }]), 30);
    // 15 + 20 weights; biases stay.
    const weights = [...row.slice(0, 15), ...row.slice(20, 40)];
    expect(weights.filter((value) => value === 0)).toHaveLength(17);
  });

  it('the rows in use are the first ones', async () => {
    const few = spec([{ at: 1, do: 'rows', task: 0, rows: 4 }]);
    const [limited, other] = await rowsAt(few, 12);
    const [whole, same] = await rowsAt(spec([]), 12);
    expect(other).toEqual(same);
    expect(limited).not.toEqual(whole);
  });

  it('a run cut at any step goes on bit for bit', async () => {
    const timeline: readonly TimelineEvent[] = [
      { at: 4, do: 'adopt', task: 0 },
      { at: 8, do: 'fuse', method: { kind: 'ties', keep: 0.5, scale: 1 }, tasks: [0, 1], on: 'trunk' },
      { at: 12, do: 'anchor', penalty: 'ewc', lambda: 2, task: 1 },
      { at: 12, do: 'weights', taskWeights: [1, 0.5] },
      { at: 18, do: 'scheme', scheme: { kind: 'hard', sharedLayers: 1, groups: null } },
      { at: 24, do: 'quantise', bits: 4, on: 'trunk' },
      { at: 26, do: 'rows', task: 1, rows: 5 },
    ];
    const experiment = spec(timeline, { arms: [withEvents(timeline), arm('plain', { kind: 'alone' })] });
    const trainer = createTrainer(experiment);
    const whole = await weightsAt(trainer, 30);
    trainer.dispose();
    for (const cut of [3, 4, 5, 8, 11, 12, 13, 18, 19, 24, 26, 29]) {
      const first = createTrainer(experiment);
      await trainAndWait(first, cut);
      const checkpoint = await first.checkpoint();
      first.dispose();
      const second = createTrainer(experiment, { checkpoint });
      expect(await weightsAt(second, 30), `cut at ${cut}`).toEqual(whole);
      second.dispose();
    }
  });
});

describe('a pretrained start of networks that mix activations', () => {
  beforeAll(() => useBackend('cpu'));
  const scheme = { kind: 'cross-stitch', same: 0.9, rateFactor: 10 } as const;
  const timeline: readonly TimelineEvent[] = [
    { at: 10, do: 'adopt', task: 1 },
    { at: 10, do: 'weights', taskWeights: [1, 0.5] },
  ];
  const pretrained = spec(timeline, {
    arms: [{ ...withEvents(timeline, scheme), taskWeights: [0, 1] }],
  });

  it('gives every tower the trunk of the task, and leaves heads and mixing weights', async () => {
    const trained = spec([], { arms: [{ ...withEvents([], scheme), taskWeights: [0, 1] }] });
    const [before, after] = await Promise.all([networkAt(trained, 10), networkAt(pretrained, 10)]);
    expect(after.slice(0, TRUNK)).toEqual(before.slice(COLUMNS, COLUMNS + TRUNK));
    expect(after.slice(0, TRUNK)).not.toEqual(before.slice(0, TRUNK));
    expect(after.slice(TRUNK, COLUMNS)).toEqual(before.slice(TRUNK, COLUMNS));
    expect(after.slice(2 * COLUMNS)).toEqual(before.slice(2 * COLUMNS));
  });

  it('goes on bit for bit after a cut', async () => {
    const whole = await networkAt(pretrained, 30);
    for (const cut of [9, 10, 11, 25]) {
      const first = createTrainer(pretrained);
      await trainAndWait(first, cut);
      const checkpoint = await first.checkpoint();
      first.dispose();
      const second = createTrainer(pretrained, { checkpoint });
      expect(await weightsAt(second, 30), `cut at ${cut}`).toEqual(whole);
      second.dispose();
    }
  });
});
