import { describe, expect, it, vi } from 'vitest';
import type { BackendName } from '../training/events';
import type { RowPrograms } from '../training/rowPrograms';
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

/** Every backend there and well, except those given. */
function machine(changed: Partial<Drivers> = {}) {
  const disposed: string[] = [];
  const asked: string[] = [];
  const well =
    (name: string) =>
    async (options: { readonly forced: boolean }): Promise<LiveBackend> => {
      asked.push(options.forced ? `${name}!` : name);
      return { ...NOTHING_TO_LOSE, detail: name, dispose: () => disposed.push(name) };
    };
  const drivers = {
    ...{ wgsl: well('wgsl'), simd: well('simd') },
    ...{ webgpu: well('webgpu'), webgl: well('webgl'), wasm: well('wasm'), cpu: well('cpu') },
    ...changed,
  };
  const options: OpenBackendOptions = { wasmPaths, drivers };
  return { options, disposed, asked };
}

const refused = (reason: 'missing' | 'software-adapter' | 'timeout') => () =>
  Promise.reject(new BackendRefused(reason, `because ${reason}`));
/** A machine without the engines of fused steps. */
const UNFUSED = { wgsl: refused('missing'), simd: refused('missing') };
const story = (trials: readonly { backend: string; outcome: string; reason: string }[]): string[] =>
  trials.map((trial) => `${trial.backend} ${trial.outcome} ${trial.reason}`);

describe('openBackend', () => {
  it('opens both engines of fused steps, asks no further, and writes either choice down', async () => {
    const { options, asked } = machine();
    const opened = await openBackend(null, passes, options);
    expect(asked).toEqual(['wgsl', 'simd']);
    expect([opened.name, opened.rival?.name]).toEqual(['wgsl', 'simd']);
    const rest = ['webgpu', 'webgl', 'wasm', 'cpu'].map((name) => `${name} skipped not-asked`);
    expect(story(opened.report.trials)).toEqual(['wgsl chosen fastest', 'simd skipped slower', ...rest]);
    expect(story(opened.rival?.report.trials ?? [])).toEqual(['wgsl skipped slower', 'simd chosen fastest', ...rest]);
    expect([opened.report.backend, opened.rival?.report.backend]).toEqual(['wgsl', 'simd']);
  });

  it.each([
    ['wgsl', 'simd'],
    ['simd', 'wgsl'],
  ] as const)('has no rival for %s where %s is not there', async (there, missing) => {
    const { options } = machine({ [missing]: refused('missing') });
    const opened = await openBackend(null, passes, options);
    expect(opened.name).toBe(there);
    expect(opened.rival).toBeUndefined();
    expect(story(opened.report.trials)).toContain(`${there} chosen first-that-passes`);
    expect(story(opened.report.trials)).toContain(`${missing} refused missing`);
  });

  it('goes down the rest of the list, one after another', async () => {
    const order: string[] = [];
    const gone: BackendName[] = [];
    for (let left = 5; left > 0; left -= 1) {
      const { options } = machine(Object.fromEntries(gone.map((name) => [name, refused('missing')])));
      const { name } = await openBackend(null, passes, options);
      order.push(name);
      gone.push(name);
    }
    expect(order).toEqual(['wgsl', 'simd', 'webgpu', 'webgl', 'wasm']);
  });

  it('takes the first that passes of the others, asks no further, and writes everything down', async () => {
    const { options, asked } = machine(UNFUSED);
    const opened = await openBackend(null, passes, options);
    expect(opened.name).toBe('webgpu');
    expect(asked).toEqual(['webgpu']);
    expect(story(opened.report.trials)).toEqual([
      'wgsl refused missing',
      'simd refused missing',
      'webgpu chosen first-that-passes',
      'webgl skipped not-asked',
      'wasm skipped not-asked',
      'cpu skipped not-asked',
    ]);
  });

  it('gives the fused steps to the self-test and to whoever opened them', async () => {
    const rowPrograms: RowPrograms = () => null;
    const fused = async (): Promise<LiveBackend> => {
      return { ...NOTHING_TO_LOSE, detail: 'fused', rowPrograms, dispose: () => undefined };
    };
    const tested: (RowPrograms | undefined)[] = [];
    const selfTest: SelfTest = async (name, signal, given) => {
      tested.push(given);
      return passes(name, signal);
    };
    const opened = await openBackend(null, selfTest, machine({ wgsl: fused, simd: refused('missing') }).options);
    expect(opened.rowPrograms).toBe(rowPrograms);
    await openBackend('cpu', selfTest, machine().options);
    expect(tested).toEqual([rowPrograms, undefined]);
  });

  it('passes over software adapters and wrong numbers, and frees what it opened', async () => {
    const { options, disposed } = machine({ ...UNFUSED, webgpu: refused('software-adapter') });
    const opened = await openBackend(null, failsOn('webgl'), options);
    expect(story(opened.report.trials).slice(2)).toEqual([
      'webgpu refused software-adapter',
      'webgl refused self-test-failed',
      'wasm chosen first-that-passes',
      'cpu skipped not-asked',
    ]);
    expect(opened.report.trials[3]?.detail).toBe('webgl; largest deviation 5e-1');
    expect(disposed).toEqual(['webgl']);
  });

  it('has no race with an engine that computes wrong numbers', async () => {
    const { options, disposed } = machine();
    const opened = await openBackend(null, failsOn('wgsl'), options);
    expect(opened.name).toBe('simd');
    expect(opened.rival).toBeUndefined();
    expect(story(opened.report.trials).slice(0, 2)).toEqual([
      'wgsl refused self-test-failed',
      'simd chosen first-that-passes',
    ]);
    expect(disposed).toEqual(['wgsl']);
  });

  it.each(['wgsl', 'simd', 'webgl'] as const)('gives a forced backend or none: %s', async (name) => {
    const { options, asked } = machine();
    const opened = await openBackend(name, passes, options);
    expect(asked).toEqual([`${name}!`]);
    expect(opened.rival).toBeUndefined();
    expect(story(opened.report.trials)).toContain(`${name} chosen forced`);
    const without = machine({ [name]: refused('missing') });
    const refusal: unknown = await openBackend(name, passes, without.options).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NoBackendError);
    expect(refusal).toMatchObject({ backend: name, reason: 'missing' });
    expect(without.asked).toEqual([]);
  });

  it('does not go back to graphics that were lost: simd serves', async () => {
    const { options, asked } = machine();
    const banned = (['wgsl', 'webgpu', 'webgl'] as const).map((backend) => ({ backend, detail: 'device lost twice' }));
    const opened = await openBackend(null, passes, { ...options, banned });
    expect(asked).toEqual(['simd']);
    expect(opened.name).toBe('simd');
    expect(opened.report.trials[0]).toEqual({
      backend: 'wgsl',
      outcome: 'refused',
      reason: 'lost',
      detail: 'device lost twice',
    });
  });

  it('says what was tried when nothing is left', async () => {
    const { options } = machine();
    const everything = failsOn('wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu');
    const error: unknown = await openBackend(null, everything, options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ backend: 'cpu', reason: 'self-test-failed' });
    expect(error instanceof NoBackendError ? error.trials : []).toHaveLength(6);
  });

  it('notices a device that is lost while it is being tested', async () => {
    const signal = createLossSignal();
    const dying = async (): Promise<LiveBackend> => ({
      ...{ detail: 'dying', lost: signal.lost, isLost: () => signal.isLost() },
      ...{ lose: () => undefined, dispose: () => signal.silence() },
    });
    const hanging: SelfTest = (name) => {
      if (name !== 'wgsl') return passes(name, new AbortController().signal);
      signal.report({ kind: 'lost', detail: 'driver reset' });
      return new Promise(() => undefined);
    };
    const opened = await openBackend(null, hanging, machine({ wgsl: dying }).options);
    expect(opened.report.trials[0]).toMatchObject({ backend: 'wgsl', reason: 'lost' });
    expect(opened.name).toBe('simd');
  });

  it('gives up a self-test that never ends, and tells it so', async () => {
    vi.useFakeTimers();
    let aborted: AbortSignal | null = null;
    const hanging: SelfTest = (name, signal) => {
      if (name !== 'wgsl') return passes(name, signal);
      aborted = signal;
      return new Promise(() => undefined);
    };
    const opening = openBackend(null, hanging, machine().options);
    await vi.advanceTimersByTimeAsync(11_000);
    const opened = await opening;
    vi.useRealTimers();
    expect(opened.report.trials[0]).toMatchObject({ backend: 'wgsl', outcome: 'refused', reason: 'timeout' });
    expect(aborted).toMatchObject({ aborted: true });
  });

  it('takes whatever a driver throws for an answer', async () => {
    const { options } = machine({ wgsl: () => Promise.reject(new TypeError('adapter is null')) });
    const opened = await openBackend(null, passes, options);
    expect(opened.report.trials[0]).toMatchObject({ reason: 'error', detail: 'adapter is null' });
  });
});
