import { describe, expect, it } from 'vitest';
import type { OpenedBackend } from '../engine/openBackend';
import { createBackendShelf } from './backendShelf';
import { createFakeBackend } from './testing/fakeBackend';

/** A shelf of pairs, numbered as they are opened. */
function setUp() {
  const log: string[] = [];
  let opened = 0;
  const watched = (backend: ReturnType<typeof createFakeBackend>, pair: number): OpenedBackend => ({
    ...backend,
    dispose: () => log.push(`${backend.name} ${pair}`),
  });
  const shelf = createBackendShelf(async () => {
    opened += 1;
    const rival = watched(createFakeBackend('simd'), opened);
    return { ...watched(createFakeBackend('wgsl'), opened), rival };
  });
  return { shelf, log, count: () => opened };
}

describe('the shelf', () => {
  it('keeps both engines from run to run', async () => {
    const { shelf, log, count } = setUp();
    const first = await shelf.take(null, []);
    expect(await shelf.take(null, [])).toBe(first);
    expect(count()).toBe(1);
    expect(log).toEqual([]);
  });

  it('frees both when something else is asked for', async () => {
    const { shelf, log } = setUp();
    await shelf.take(null, []);
    await shelf.take('simd', []);
    expect(log).toEqual(['wgsl 1', 'simd 1']);
  });

  it('opens anew what was lost, also while the other one trained', async () => {
    const { shelf, log, count } = setUp();
    await shelf.take(null, []);
    shelf.lose();
    const again = await shelf.take(null, []);
    expect(again.isLost()).toBe(false);
    expect(count()).toBe(2);
    expect(log).toEqual(['wgsl 1', 'simd 1']);
  });
});
