import { describe, expect, it } from 'vitest';
import type { OpenedBackend } from '../engine/openBackend';
import type { BackendName } from '../training/events';
import type { CreateTrainer } from './hostOptions';
import { race, winnerOf, type RaceOptions } from './race';
import { createFakeBackend } from './testing/fakeBackend';
import { createFakeTrainerFactory, fakeSpec } from './testing/fakeTrainer';

interface Runner {
  /** Milliseconds of a step; the clock only moves when one is taken. */
  readonly stepMs: number;
  /** Of the first so many steps, in addition. */
  readonly warmUp?: { readonly steps: number; readonly ms: number };
  /** Where it fails. */
  readonly fails?: 'prepare' | 'build' | 'step' | 'settle' | 'dispose';
  readonly lost?: boolean;
}

/** A track on which every engine is as fast as it is told to be. */
function track(runners: Partial<Record<BackendName, Runner>>) {
  const clock = { now: 0 };
  const log: string[] = [];
  const count = { live: 0, built: 0 };
  const failing = (name: BackendName, where: Runner['fails']): void => {
    if (runners[name]?.fails === where) throw new Error(`${name}: ${where}`);
  };
  const backends = Object.keys(runners).map((key): OpenedBackend => {
    const name = key as BackendName;
    const fake = createFakeBackend(name);
    return {
      ...fake,
      isLost: () => runners[name]?.lost === true,
      prepare: async () => {
        log.push(name);
        failing(name, 'prepare');
      },
    };
  });
  const createTrainer: CreateTrainer = (spec, options) => {
    const name = options.backend ?? 'cpu';
    const { stepMs, warmUp } = runners[name] ?? { stepMs: 1 };
    failing(name, 'build');
    count.built += 1;
    const make = createFakeTrainerFactory({
      onStep: (step) => {
        failing(name, 'step');
        clock.now += stepMs + (warmUp !== undefined && step < warmUp.steps ? warmUp.ms : 0);
      },
      onCount: (change) => {
        count.live += change;
        if (change < 0) failing(name, 'dispose');
      },
      settle: async () => failing(name, 'settle'),
    });
    return make(spec, options);
  };
  const options: RaceOptions = { createTrainer, now: () => clock.now, yield: () => Promise.resolve() };
  const run = (steps = 1000, isGivenUp = () => false) => race(backends, fakeSpec(steps, 10), options, isGivenUp);
  return { run, clock, count, log };
}

describe('a race', () => {
  it('tells what each engine reaches, in steps per second, and keeps nothing', async () => {
    const { run, count } = track({ wgsl: { stepMs: 0.5 }, simd: { stepMs: 0.125 } });
    const results = await run();
    expect(results.map((result) => result.backend)).toEqual(['wgsl', 'simd']);
    expect(results[0]?.stepsPerSecond).toBeCloseTo(2000, 6);
    expect(results[1]?.stepsPerSecond).toBeCloseTo(8000, 6);
    expect(winnerOf(results)).toBe('simd');
    expect(count).toEqual({ live: 0, built: 2 });
  });

  it('takes about 150 ms each, in turns, each on its own ground', async () => {
    const { run, clock, log } = track({ wgsl: { stepMs: 1 }, simd: { stepMs: 1 } });
    await run();
    expect(clock.now).toBeGreaterThan(2 * 150);
    expect(clock.now).toBeLessThan(2 * 260);
    // Warm-up, five turns, and once more to be freed.
    expect(log.slice(0, 12)).toEqual(Array.from({ length: 6 }, () => ['wgsl', 'simd']).flat());
  });

  it('does not count the warm-up', async () => {
    const { run } = track({ wgsl: { stepMs: 0.5, warmUp: { steps: 3, ms: 400 } }, simd: { stepMs: 1 } });
    expect(winnerOf(await run())).toBe('wgsl');
  });

  it('goes on however short the run is', async () => {
    const { run } = track({ wgsl: { stepMs: 0.5 }, simd: { stepMs: 0.25 } });
    const results = await run(2);
    expect(results.map((result) => Math.round(result.stepsPerSecond))).toEqual([2000, 4000]);
  });

  it('between equals is won by the one that is preferred', async () => {
    const { run } = track({ wgsl: { stepMs: 1 }, simd: { stepMs: 1 } });
    expect(winnerOf(await run())).toBe('wgsl');
  });

  it.each(['prepare', 'build', 'step', 'settle'] as const)('is lost by whoever fails (%s)', async (fails) => {
    const { run, count } = track({ wgsl: { stepMs: 0.01, fails }, simd: { stepMs: 1 } });
    const results = await run();
    expect(results[0]).toEqual({ backend: 'wgsl', stepsPerSecond: 0 });
    expect(results[1]?.stepsPerSecond).toBeCloseTo(1000, 6);
    expect(winnerOf(results)).toBe('simd');
    expect(count.live).toBe(0);
  });

  it('is lost by whoever loses its device, which is not a step of a fast engine', async () => {
    const { run } = track({ wgsl: { stepMs: 0.01, lost: true }, simd: { stepMs: 1 } });
    expect(winnerOf(await run())).toBe('simd');
  });

  it('has a winner when nobody arrives: the preferred one, whose error the run will tell', async () => {
    const { run } = track({ wgsl: { stepMs: 1, fails: 'build' }, simd: { stepMs: 1, fails: 'step' } });
    expect(winnerOf(await run())).toBe('wgsl');
  });

  it('survives an engine that cannot even be freed', async () => {
    const { run } = track({ wgsl: { stepMs: 1, fails: 'dispose' }, simd: { stepMs: 2 } });
    expect((await run())[0]).toMatchObject({ stepsPerSecond: 0 });
  });

  it('ends at the next turn when it is given up, and frees what was built', async () => {
    const { run, clock, count } = track({ wgsl: { stepMs: 1 }, simd: { stepMs: 1 } });
    await run(1000, () => clock.now > 40);
    expect(clock.now).toBeLessThan(100);
    expect(count.live).toBe(0);
  });
});
