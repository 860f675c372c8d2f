/**
 * What the fused engine computes in Chromium is what it computes in Node, to the last bit of every weight: on one thread,
 * divided among workers, cut and taken up again. The page is built from `digest/`.
 */
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../scripts/serve.mjs';
import { DIGEST } from '../src/training/testing/digestRun';
import type { Way } from './digest/way';
import { watchPage } from './support/watchPage';

// One worker: the page is built once.
test.describe.configure({ mode: 'default' });
let address = '';
test.beforeAll(async () => {
  await build({ configFile: 'e2e/digest/vite.config.ts' });
  address = await serve({ folder: '.cache/digest', base: '/', host: '127.0.0.1', port: 0 });
});

const WAYS: Readonly<Record<string, Way>> = {
  'on one thread': { workers: [0], cuts: [] },
  'on one thread, cut three times': { workers: [0], cuts: [1, 17, 43] },
  'in a worker of the worker': { workers: [1], cuts: [] },
  'by two workers': { workers: [2], cuts: [] },
  'by three workers': { workers: [3], cuts: [] },
  'by three workers, cut three times': { workers: [3], cuts: [2, 29, 59] },
  'by everyone in turns': { workers: [3, 0, 2, 1], cuts: [5, 20, 31, 50] },
};

for (const [name, way] of Object.entries(WAYS)) {
  test(`trained ${name}, the runs have the digest that they have in Node`, async ({ page, context }) => {
    const complaints = watchPage(context, new URL(address).origin);
    await page.goto(address);
    expect(await page.evaluate((given) => window.digestBy(given), way)).toBe(DIGEST);
    expect(complaints).toEqual([]);
  });
}
