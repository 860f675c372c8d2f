/** What becomes of a run when a thread fails: everybody who waits hears of it, and the next run starts afresh. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTrainer } from '../../training/createTrainer';
import { createShardedTrainer } from '../../training/shards/createShardedTrainer';
import { useBackend } from '../../training/testing/backends';
import { arm, smallSpec } from '../../training/testing/smallSpec';
import { trainAndWait } from '../../training/testing/trainTo';
import { DivergenceError, type Trainer } from '../../training/trainer';
import { createHost } from '../host';
import { createMacrotaskYield } from '../macrotask';
import { parseEnvelope, type HostMessage, type Pulse } from '../protocol';
import { createFakeBackend } from '../testing/fakeBackend';
import { NoThreadError } from './noThreadError';
import { packError, unpackError } from './sentError';
import { createShardPool } from './shardPool';
import type { ShardPort } from './shardPort';
import { spreadTrainer } from './spreadTrainer';
import { createPortPool } from './testing/portPool';

const spec = smallSpec({ arms: [arm('alone', { kind: 'alone' })], seeds: [1, 2, 3] });
let lab = createPortPool(3);
const build = (): Promise<Trainer> => createShardedTrainer(spec, {}, { pool: lab.pool, createTrainer });

describe('a pool of threads', () => {
  beforeAll(() => useBackend('cpu'));
  afterEach(() => {
    lab.pool.close();
    lab = createPortPool(3);
  });

  it('starts when it is needed and is kept from run to run', async () => {
    expect(lab.ports).toHaveLength(0);
    (await build()).dispose();
    (await build()).dispose();
    expect(lab.ports).toHaveLength(3);
    expect(lab.ports[0]?.asked).toEqual(['create', 'dispose', 'create']);
  });

  it('is used on the fused engine of the processor only', async () => {
    const create = spreadTrainer(createTrainer, lab.pool);
    for (const backend of ['wgsl', 'webgpu', 'webgl', 'wasm', 'cpu'] as const) {
      (await create(spec, { backend })).dispose();
    }
    expect(lab.ports).toHaveLength(0);
    (await create(spec, { backend: 'simd' })).dispose();
    expect(lab.ports).toHaveLength(3);
  });

  it('queues bursts without waiting, and settles when all parts are done', async () => {
    const trainer = await build();
    void trainer.advance(3);
    expect(trainer.step).toBe(3);
    expect(await trainer.advance(100)).toBe(7);
    expect(trainer.step).toBe(10);
    await trainer.settle();
    for (const port of lab.ports) expect(port.asked).toEqual(['create', 'advance', 'advance']);
    trainer.dispose();
  });

  it.each(['advance', 'evaluate', 'checkpoint'] as const)('rejects %s when a thread dies on it', async (what) => {
    const trainer = await build();
    const asked = what === 'advance' ? trainer.advance(5).then(() => trainer.settle()) : trainer[what]();
    lab.ports[1]?.die('shot');
    await expect(asked).rejects.toThrow('a thread of the run has died: shot');
    await expect(trainer.evaluate()).rejects.toThrow('shot');
    trainer.dispose();
    // Its place is taken by a new thread; the others are those from before.
    const next = await build();
    await trainAndWait(next, 10);
    expect((await next.evaluate()).step).toBe(10);
    expect(lab.ports).toHaveLength(4);
    next.dispose();
  });

  it('frees the parts that could be built when one could not', async () => {
    (await build()).dispose();
    const adjustments = [{ step: 0, arm: 'alone', learningRate: -1 }];
    await expect(createShardedTrainer(spec, { adjustments }, { pool: lab.pool, createTrainer })).rejects.toThrow(
      RangeError,
    );
    const trainer = await build();
    await trainAndWait(trainer, 5);
    trainer.dispose();
  });

  it('is done without where threads cannot be started, or die before they have built anything', async () => {
    const spawns = [
      () => {
        throw new ReferenceError('Worker is not defined');
      },
      () => {
        const port: ShardPort = { post: () => undefined, onMessage: null, onError: null, close: () => undefined };
        setTimeout(() => port.onError?.('its script could not be loaded'));
        return port;
      },
    ];
    const trained = async (trainer: Trainer) => {
      await trainAndWait(trainer, 10);
      const { arrays } = await trainer.checkpoint();
      trainer.dispose();
      return arrays;
    };
    const expected = await trained(createTrainer(spec));
    for (const spawn of spawns) {
      const pool = createShardPool({ size: 3, backend: 'cpu', spawn });
      await expect(createShardedTrainer(spec, {}, { pool, createTrainer })).rejects.toThrow(NoThreadError);
      const trainer = await spreadTrainer(createTrainer, pool)(spec, { backend: 'simd' });
      expect(await trained(trainer)).toEqual(expected);
    }
  });

  it('an old trainer cannot speak for its successor', async () => {
    const old = await build();
    const trainer = await build();
    old.dispose();
    await expect(old.checkpoint()).rejects.toThrow('another trainer');
    expect((await trainer.checkpoint()).step).toBe(0);
    trainer.dispose();
  });

  it('a part that never answers is work that does not go on, which the page takes for a hang', async () => {
    const heard: HostMessage[] = [];
    const turn = createMacrotaskYield();
    const pulse = async (): Promise<Pulse> => {
      host.receive({ type: 'ping', runId: 0 });
      const last = heard.at(-1);
      if (last?.type !== 'pulse') throw new Error('no pulse');
      return last.pulse;
    };
    const host = createHost({
      post: (envelope) => {
        const parsed = parseEnvelope(envelope);
        if (typeof parsed !== 'string') heard.push(parsed.message);
      },
      createTrainer: (wanted, options) => createShardedTrainer(wanted, options, { pool: lab.pool, createTrainer }),
      openBackend: async () => createFakeBackend(),
      now: () => performance.now(),
      yield: turn,
    });
    const long = { ...spec, training: { ...spec.training, steps: 1_000_000 } };
    host.receive({
      ...{
        type: 'open',
        runId: 1,
        spec: long,
        backend: null,
        banned: [],
        replayTo: 0,
        checkpoint: null,
        adjustments: [],
      },
    });
    host.receive({ type: 'run', runId: 1 });
    const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
    while (lab.ports.length < 3 || (await pulse()).work < 10) await wait();
    lab.ports[2]?.die(null);
    await wait();
    const before = await pulse();
    await wait();
    expect(await pulse()).toEqual(before);
    expect(before.idle).toBe(false);
    host.receive({ type: 'close', runId: 1 });
  });
});

describe('an error on its way', () => {
  it.each([
    new DivergenceError({ step: 3, lane: 2, arm: 'hard', seed: 9, task: 1 }, 'weight', NaN),
    new RangeError('learningRate is -1'),
    new Error('out of memory'),
  ])('%s arrives as it was', (error) => {
    const arrived = unpackError(structuredClone(packError(error)));
    expect(arrived.constructor).toBe(error.constructor);
    expect(arrived.message).toBe(error.message);
    if (error instanceof DivergenceError) expect(arrived).toEqual(error);
    else expect(arrived.stack).toBe(error.stack);
  });

  it('also what is no error', () => {
    expect(unpackError(structuredClone(packError('text'))).message).toBe('text');
  });
});
