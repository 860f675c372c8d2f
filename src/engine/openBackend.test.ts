import { describe, expect, it, vi } from 'vitest';
import type { BackendName } from '../training/events';
import { BackendRefused } from './backendRefused';
import { NOTHING_TO_LOSE, type LiveBackend } from './liveBackend';
import { createLossSignal } from './lossSignal';
import { NoBackendError, openBackend, type Drivers, type OpenBackendOptions, type SelfTest } from './openBackend';

const wasmPaths = { plain: 'plain.wasm', simd: 'simd.wasm' };
const passes: SelfTest = async () => ({ passed: true, deviation: 0, detail: 'same' });
const failsOn =
  (...bad: readonly BackendName[]): SelfTest =>
  async (name) =>
    bad.includes(name)
      ? { passed: false, deviation: 0.5, detail: 'largest deviation 5e-1' }
      : { passed: true, deviation: 0, detail: 'same' };

/** All four backends there and well, except those given. */
function machine(changed: Partial<Drivers> = {}) {
  const disposed: string[] = [];
  const asked: string[] = [];
  const well =
    (name: string) =>
    async (options: { readonly forced: boolean }): Promise<LiveBackend> => {
      asked.push(options.forced ? `${name}!` : name);
      return { ...NOTHING_TO_LOSE, detail: name, dispose: () => disposed.push(name) };
    };
  const drivers = { webgpu: well('webgpu'), webgl: well('webgl'), wasm: well('wasm'), cpu: well('cpu'), ...changed };
  const options: OpenBackendOptions = { wasmPaths, drivers };
  return { options, disposed, asked };
}

const refused = (reason: 'missing' | 'software-adapter' | 'timeout') => () =>
  Promise.reject(new BackendRefused(reason, `because ${reason}`));
const story = (trials: readonly { backend: string; outcome: string; reason: string }[]): string[] =>
  trials.map((trial) => `${trial.backend} ${trial.outcome} ${trial.reason}`);

describe('openBackend', () => {
  it('takes the first that passes, asks no further, and writes everything down', async () => {
    const { options, asked } = machine();
    const opened = await openBackend(null, passes, options);
    expect(opened.name).toBe('webgpu');
    expect(asked).toEqual(['webgpu']);
    expect(story(opened.report.trials)).toEqual([
      'webgpu chosen first-that-passes',
      'webgl skipped not-asked',
      'wasm skipped not-asked',
      'cpu skipped not-asked',
    ]);
  });

  it('passes over software adapters and wrong numbers, and frees what it opened', async () => {
    const { options, disposed } = machine({ webgpu: refused('software-adapter') });
    const opened = await openBackend(null, failsOn('webgl'), options);
    expect(story(opened.report.trials)).toEqual([
      'webgpu refused software-adapter',
      'webgl refused self-test-failed',
      'wasm chosen first-that-passes',
      'cpu skipped not-asked',
    ]);
    expect(opened.report.trials[1]?.detail).toBe('webgl; largest deviation 5e-1');
    expect(disposed).toEqual(['webgl']);
  });

  it('gives a forced backend or none', async () => {
    const { options, asked } = machine();
    const opened = await openBackend('webgl', passes, options);
    expect(asked).toEqual(['webgl!']);
    expect(story(opened.report.trials)).toContain('webgl chosen forced');
    const without = machine({ webgpu: refused('missing') });
    const refusal: unknown = await openBackend('webgpu', passes, without.options).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NoBackendError);
    expect(refusal).toMatchObject({ backend: 'webgpu', reason: 'missing' });
    expect(without.asked).toEqual([]);
  });

  it('does not go back to a backend that was lost', async () => {
    const { options, asked } = machine();
    const banned = [{ backend: 'webgpu', detail: 'device lost twice' } as const];
    const opened = await openBackend(null, passes, { ...options, banned });
    expect(asked).toEqual(['webgl']);
    expect(opened.report.trials[0]).toEqual({
      backend: 'webgpu',
      outcome: 'refused',
      reason: 'lost',
      detail: 'device lost twice',
    });
  });

  it('says what was tried when nothing is left', async () => {
    const { options } = machine();
    const error: unknown = await openBackend(null, failsOn('webgpu', 'webgl', 'wasm', 'cpu'), options).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ backend: 'cpu', reason: 'self-test-failed' });
    expect(error instanceof NoBackendError ? error.trials : []).toHaveLength(4);
  });

  it('notices a device that is lost while it is being tested', async () => {
    const signal = createLossSignal();
    const dying = async (): Promise<LiveBackend> => ({
      ...{ detail: 'dying', lost: signal.lost, isLost: () => signal.isLost() },
      ...{ lose: () => undefined, dispose: () => signal.silence() },
    });
    const hanging: SelfTest = (name) => {
      if (name !== 'webgpu') return passes(name, new AbortController().signal);
      signal.report({ kind: 'lost', detail: 'driver reset' });
      return new Promise(() => undefined);
    };
    const opened = await openBackend(null, hanging, machine({ webgpu: dying }).options);
    expect(opened.report.trials[0]).toMatchObject({ backend: 'webgpu', reason: 'lost' });
    expect(opened.name).toBe('webgl');
  });

  it('gives up a self-test that never ends, and tells it so', async () => {
    vi.useFakeTimers();
    let aborted: AbortSignal | null = null;
    const hanging: SelfTest = (name, signal) => {
      if (name !== 'webgpu') return passes(name, signal);
      aborted = signal;
      return new Promise(() => undefined);
    };
    const opening = openBackend(null, hanging, machine().options);
    await vi.advanceTimersByTimeAsync(11_000);
    const opened = await opening;
    vi.useRealTimers();
    expect(opened.report.trials[0]).toMatchObject({ backend: 'webgpu', outcome: 'refused', reason: 'timeout' });
    expect(aborted).toMatchObject({ aborted: true });
  });

  it('takes whatever a driver throws for an answer', async () => {
    const { options } = machine({ webgpu: () => Promise.reject(new TypeError('adapter is null')) });
    const opened = await openBackend(null, passes, options);
    expect(opened.report.trials[0]).toMatchObject({ reason: 'error', detail: 'adapter is null' });
  });
});
