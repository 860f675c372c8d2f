/** A long run on the fused engine takes no more memory in its workers at the end than near its beginning. */
import { Lab } from './support/lab';
import { onlyLong } from './support/long';
import { packed, smallPreset } from './support/smallPreset';
import { expect, test } from './support/test';
import { workerSessions, type WorkerSession } from './support/workerSessions';

interface Use {
  /** Objects and arrays after everything is collected that can be, bytes. */
  readonly heap: number;
  /** Memories of WebAssembly, bytes. */
  readonly memories: number;
}

async function useOf(worker: WorkerSession): Promise<Use> {
  for (let times = 0; times < 2; times += 1) await worker.ask('HeapProfiler.collectGarbage');
  const heap = (await worker.ask('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize: number };
  return { heap: heap.usedSize, memories: await memoriesOf(worker) };
}

/** Bytes of all memories of WebAssembly that the worker holds. */
async function memoriesOf(worker: WorkerSession): Promise<number> {
  const evaluated = await worker.ask('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objectId: prototypeObjectId } = evaluated['result'] as { objectId: string };
  const { objects } = await worker.ask('Runtime.queryObjects', { prototypeObjectId });
  const summed = await worker.ask('Runtime.callFunctionOn', {
    objectId: (objects as { objectId: string }).objectId,
    functionDeclaration: 'function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }',
    returnByValue: true,
  });
  return (summed['result'] as { value: number }).value;
}

test('10,000 bursts leave nothing behind in the workers', onlyLong, async ({ page }) => {
  test.slow();
  // A burst ends at the latest where something is measured: at least one for every two steps.
  const every = 2;
  const lab = await Lab.open(page, 'en', {
    backend: 'simd',
    packed: packed(smallPreset({ seeds: 2, steps: 100_000, every })),
  });
  const { t } = lab;
  await lab.button(t('lab:transport.run')).click();
  let sessions: readonly WorkerSession[] = [];
  const uses: (readonly Use[])[] = [];
  for (const bursts of [2_000, 8_000, 10_000, 12_000]) {
    await lab.expectStepBeyond(bursts * every);
    await lab.button(t('lab:transport.pause')).click();
    await lab.expectPhase('paused');
    if (sessions.length === 0) sessions = await workerSessions(page);
    uses.push(await Promise.all(sessions.map(useOf)));
    await lab.button(t('lab:transport.run')).click();
  }
  const names = sessions.map(({ url }) => /(\w+)\.worker/.exec(url)?.[1]);
  expect(new Set(names)).toEqual(new Set(['lab', 'shard']));
  const [early = [], ...later] = uses;
  for (const [index, { heap, memories }] of early.entries()) {
    // The least of the later ones: code that is compiled meanwhile comes and goes. Sixteen bytes a burst would be 160,000.
    const least = Math.min(...later.map((use) => use[index]?.heap ?? Infinity));
    expect(least - heap, sessions[index]?.url).toBeLessThan(100_000);
    expect(later.map((use) => use[index]?.memories)).toEqual(later.map(() => memories));
    if (names[index] === 'shard') expect(memories).toBeGreaterThan(0);
  }
});
