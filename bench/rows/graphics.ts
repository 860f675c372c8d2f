/** Fused compute shaders against TensorFlow.js on WebGPU, on one device in one worker. */
import type {} from '../browser/page';
import type { BenchRow } from '../browser/protocol';
import { compare, NOTHING_FOUND, type Comparison } from '../finding';
import type { BenchPart } from '../part';
import { benchPage, withBrowser } from './browser';

const FUSED = 'wgsl, 64 lanes';
const TUNED = 'TensorFlow.js-webgpu tuned, 64 lanes';
const PROGRAMS = 'tensor programs on TensorFlow.js-webgpu, 64 lanes';

export const graphics: BenchPart = {
  ids: ['wgsl', 'wgsl-programs', 'calls', 'calls-programs'],
  async measure({ quick, gpu, wants, tell }) {
    tell(`compute shaders on ${gpu ? 'the graphics card' : 'the software adapter'}`);
    const page = await benchPage();
    const plan = quick ? { repeats: 3, block: 500 } : { repeats: 7, block: 2000 };
    const { adapter, rows } = await withBrowser(gpu ? 'hardware' : 'software', async (browser) => {
      const tab = await browser.newPage();
      await tab.goto(page);
      return tab.evaluate((request) => window.bench(request), { kind: 'graphics', ...plan } as const);
    });
    const of = (name: string): BenchRow => {
      const row = rows.find((each) => each.name === name);
      if (!row) throw new Error(`the page left out ${name}`);
      return row;
    };
    /** Steps per second: the more the better. */
    const rate = (id: string, name: string, opponent: string, goal: number | null): Comparison =>
      compare({
        ...{ id, goal, what: `${FUSED} / ${opponent}, both on ${adapter}`, unit: 'network-steps/s' },
        ...{ over: { name: FUSED, values: of(name).ours }, under: { name: opponent, values: of(name).theirs } },
      });
    /** Calls per step: the fewer the better. */
    const count = (id: string, name: string, opponent: string, goal: number | null): Comparison =>
      compare({
        ...{ id, goal, what: `WebGPU calls per network-step: ${opponent} / ${FUSED}`, unit: 'calls' },
        ...{ over: { name: opponent, values: of(name).theirs }, under: { name: FUSED, values: of(name).ours } },
      });
    const comparisons = [
      rate('wgsl', 'steps', TUNED, gpu ? null : 5),
      rate('wgsl-programs', 'steps of programs', PROGRAMS, null),
      count('calls', 'calls', TUNED, 2000),
      count('calls-programs', 'calls of programs', PROGRAMS, null),
    ];
    return { ...NOTHING_FOUND, comparisons: comparisons.filter(({ id }) => wants(id)) };
  },
};
