/** Fused compute shaders against TensorFlow.js on WebGPU, on one device in one worker. */
import type {} from '../browser/page';
import { compare, NOTHING_FOUND } from '../finding';
import type { BenchPart } from '../part';
import { benchPage, withBrowser } from './browser';

const LANES = 'TensorFlow.js-webgpu, 64 lanes';

export const graphics: BenchPart = {
  ids: ['wgsl', 'calls'],
  async measure({ quick, gpu, wants, tell }) {
    tell(`compute shaders on ${gpu ? 'the graphics card' : 'the software adapter'}`);
    const page = await benchPage();
    const plan = quick ? { repeats: 3, block: 500 } : { repeats: 7, block: 2000 };
    const { adapter, rows } = await withBrowser(gpu ? 'hardware' : 'software', async (browser) => {
      const tab = await browser.newPage();
      await tab.goto(page);
      return tab.evaluate((request) => window.bench(request), { kind: 'graphics', ...plan } as const);
    });
    const [steps, calls] = ['steps', 'calls'].map((name) => rows.find((row) => row.name === name));
    if (!steps || !calls) throw new Error('the page left out a row');
    const comparisons = [
      compare({
        id: 'wgsl',
        what: `wgsl, 64 lanes / ${LANES}, both on ${adapter}`,
        unit: 'network-steps/s',
        over: { name: 'wgsl, 64 lanes', values: steps.ours },
        under: { name: LANES, values: steps.theirs },
        goal: gpu ? null : 5,
      }),
      compare({
        id: 'calls',
        what: 'WebGPU calls per network-step at 64 lanes: TensorFlow.js / wgsl',
        unit: 'calls',
        over: { name: LANES, values: calls.theirs },
        under: { name: 'wgsl, 64 lanes', values: calls.ours },
        goal: 2000,
      }),
    ];
    return { ...NOTHING_FOUND, comparisons: comparisons.filter(({ id }) => wants(id)) };
  },
};
