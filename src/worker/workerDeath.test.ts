import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoBackendError } from '../engine/openBackend';
import { setUpEngine, type EngineHarness } from './testing/engineHarness';
import { createFakeBackend } from './testing/fakeBackend';
import { fakeSpec } from './testing/fakeTrainer';
import type { FakeWorker } from './testing/fakeWorker';

const fails = (worker: FakeWorker): void => worker.onmessageerror?.({} as MessageEvent);
const recoveries = (lab: EngineHarness): number => lab.events.filter((event) => event.type === 'recovered').length;

describe('death of a worker', () => {
  // The workers run in real time; only the page's clock is ours.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const turns = async (count = 40): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  /** Lets page time pass in small ticks, and everybody have their turns in between. */
  const pass = async (milliseconds: number, tick = 250): Promise<void> => {
    for (let gone = 0; gone < milliseconds; gone += tick) {
      vi.advanceTimersByTime(tick);
      await turns();
    }
  };
  const openPaused = async (lab: EngineHarness, backend: 'webgpu' | 'simd' | null = null): Promise<void> => {
    lab.engine.open(fakeSpec(1000, 100), { backend });
    await turns();
    expect(lab.events.some((event) => event.type === 'evaluated')).toBe(true);
  };

  it('is noticed within 7 s when it raises no event', async () => {
    const lab = setUpEngine();
    await openPaused(lab);
    await pass(2000);
    lab.current.kill();
    await pass(4000);
    expect(recoveries(lab)).toBe(0);
    await pass(3000);
    expect(recoveries(lab)).toBe(1);
    lab.engine.close();
  });

  it('is not believed of an idle or a training worker in an hour', async () => {
    const lab = setUpEngine();
    await openPaused(lab);
    await pass(3_600_000, 1000);
    expect(lab.workers).toHaveLength(1);
    lab.engine.close();
  }, 120_000);

  it('is not believed when it was the page that slept', async () => {
    const lab = setUpEngine();
    await openPaused(lab);
    for (let night = 0; night < 5; night += 1) {
      // Timers of a sleeping page fire late and once, before any message.
      const now = performance.now();
      vi.spyOn(performance, 'now').mockReturnValue(now + 60_000 * (night + 1));
      vi.advanceTimersToNextTimer();
      await turns();
    }
    vi.restoreAllMocks();
    expect(lab.workers).toHaveLength(1);
    lab.engine.close();
  });

  it('is noticed when the device never finishes although the thread answers', async () => {
    const lab = setUpEngine({}, { settle: () => new Promise(() => undefined) });
    await openPaused(lab);
    lab.engine.run();
    await pass(15_000);
    expect(recoveries(lab)).toBe(0);
    await pass(10_000);
    expect(recoveries(lab)).toBe(1);
    lab.engine.close();
  });

  it('three times a minute is mended, then on plain TensorFlow.js, then told as a crash', async () => {
    const banned: string[] = [];
    const lab = setUpEngine({
      openBackend: async (list) => {
        banned.push(list.map((entry) => entry.backend).join());
        return createFakeBackend();
      },
    });
    await openPaused(lab);
    for (let death = 0; death < 4; death += 1) {
      fails(lab.current);
      await pass(3000);
      expect(recoveries(lab)).toBe(death + 1);
    }
    expect(banned).toEqual(['', '', '', '', 'wgsl,webgpu,webgl,simd']);
    fails(lab.current);
    await pass(3000);
    expect(lab.events.at(-1)).toMatchObject({ type: 'failed', failure: { code: 'crashed' } });
    expect(lab.workers.every((worker) => worker.isTerminated)).toBe(true);
    lab.engine.close();
  });

  it('once in half a minute can be mended for ever', async () => {
    const lab = setUpEngine();
    await openPaused(lab);
    for (let death = 0; death < 10; death += 1) {
      await pass(30_000, 1000);
      fails(lab.current);
      await pass(1000);
    }
    expect(recoveries(lab)).toBe(10);
    lab.engine.close();
  });

  it('by two lost devices in two minutes ends the use of the GPU, also of a forced one', async () => {
    const asked: (string | null)[] = [];
    const lab = setUpEngine({
      openBackend: async (banned, preference) => {
        asked.push(`${preference ?? 'rule'} without ${banned.map((entry) => entry.backend).join()}`);
        return createFakeBackend(banned.length > 0 ? 'wasm' : 'webgpu');
      },
    });
    await openPaused(lab, 'webgpu');
    lab.current.loseBackend();
    await pass(1000);
    lab.current.loseBackend();
    await pass(1000);
    expect(recoveries(lab)).toBe(2);
    expect(asked).toEqual(['webgpu without ', 'webgpu without ', 'rule without wgsl,webgpu,webgl']);
    expect(lab.record().backend.backend).toBe('wasm');
    lab.engine.close();
  });

  it('time and again of a forced engine is mended without it', async () => {
    const asked: (string | null)[] = [];
    const lab = setUpEngine({
      openBackend: async (_banned, preference) => {
        asked.push(preference);
        return createFakeBackend();
      },
    });
    await openPaused(lab, 'simd');
    for (let death = 0; death < 4; death += 1) {
      fails(lab.current);
      await pass(3000);
    }
    expect(asked).toEqual(['simd', 'simd', 'simd', 'simd', null]);
    lab.engine.close();
  });

  it('with a GPU that does not come back is mended without it', async () => {
    let opened = 0;
    const lab = setUpEngine({
      openBackend: async (banned) => {
        opened += 1;
        if (opened > 1 && banned.length === 0) throw new NoBackendError([], 'webgpu', 'missing', 'no adapter');
        return createFakeBackend(banned.length > 0 ? 'wasm' : 'webgpu');
      },
    });
    await openPaused(lab, 'webgpu');
    lab.current.loseBackend();
    await pass(2000);
    expect(lab.events.filter((event) => event.type === 'failed')).toEqual([]);
    expect(lab.record()).toMatchObject({ recoveries: 1, backend: { backend: 'wasm' } });
    lab.engine.close();
  });

  it('a missing forced backend at the first start is told, not mended', async () => {
    const lab = setUpEngine({
      openBackend: () => Promise.reject(new NoBackendError([], 'webgpu', 'missing', 'no navigator.gpu')),
    });
    lab.engine.open(fakeSpec(10, 10), { backend: 'webgpu' });
    await turns();
    expect(lab.events).toMatchObject([{ type: 'failed', failure: { code: 'no-backend' } }]);
    expect(lab.workers).toHaveLength(1);
    lab.engine.close();
  });

  it('of a closed engine concerns nobody', async () => {
    const lab = setUpEngine();
    await openPaused(lab);
    const before = lab.events.length;
    const { current } = lab;
    lab.engine.close();
    fails(current);
    await pass(10_000);
    expect(lab.events).toHaveLength(before);
    expect(lab.workers).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
