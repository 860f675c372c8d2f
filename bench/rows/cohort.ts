/** The lab's cohort on tensor programs against the plain loop, in the worker of a headless Chromium. */
import type {} from '../browser/page';
import { compare, NOTHING_FOUND, type Comparison } from '../finding';
import type { BenchPart } from '../part';
import { benchPage, withBrowser } from './browser';

/** Goals of the cohort and of single networks. */
const BACKENDS = [
  { id: 'cohort-wasm', backend: 'wasm', goals: [3, 1.8], block: 700, repeats: 7 },
  { id: 'cohort-webgl', backend: 'webgl', goals: [10], block: 1000, repeats: 5 },
] as const;

export const cohort: BenchPart = {
  ids: BACKENDS.map(({ id }) => id),
  async measure({ quick, wants, tell }) {
    const page = await benchPage();
    const comparisons: Comparison[] = [];
    for (const { id, backend, goals, block, repeats } of BACKENDS.filter((each) => wants(each.id))) {
      tell(`the cohort on TensorFlow.js-${backend} against the plain loop`);
      const plan = quick ? { repeats: 2, block: block / 4 } : { repeats, block };
      const { rows } = await withBrowser('software', async (browser) => {
        const tab = await browser.newPage();
        await tab.goto(page);
        return tab.evaluate((request) => window.bench(request), { kind: 'plain', backend, ...plan } as const);
      });
      rows.forEach(({ name, ours, theirs }, index) =>
        comparisons.push(
          compare({
            ...{ id, what: `${name}, tensor programs / plain loop, both on TensorFlow.js-${backend}` },
            unit: 'network-steps/s',
            over: { name: 'tensor programs', values: ours },
            under: { name: 'plain TensorFlow.js loop', values: theirs },
            goal: goals[index] ?? null,
          }),
        ),
      );
    }
    return { ...NOTHING_FOUND, comparisons };
  },
};
