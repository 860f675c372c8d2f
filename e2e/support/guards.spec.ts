/** The guards of all other tests, shown to bite. */
import { expect, test } from '@playwright/test';
import { findings } from './findings';
import { watchPage } from './watchPage';

const FAULTS = [
  {
    fault: 'a request to another origin',
    script: "fetch('https://example.com/x').catch(() => 0)",
    complaint: /example\.com/,
  },
  {
    fault: 'a request to another origin from a worker',
    script: `new Worker(URL.createObjectURL(new Blob(["fetch('https://example.com/y').catch(() => 0)"])))`,
    complaint: /example\.com\/y/,
  },
  { fault: 'a missing file', script: "fetch('missing.json')", complaint: /404 for .*missing\.json/ },
  { fault: 'an error on the console', script: "console.error('planted')", complaint: /console: planted/ },
  {
    fault: 'an uncaught exception',
    script: "setTimeout(() => { throw new Error('planted') })",
    complaint: /uncaught.*planted/,
  },
  {
    fault: 'an unhandled rejection',
    script: "void Promise.reject(new Error('planted'))",
    complaint: /uncaught.*planted/,
  },
];

const EMPTY_PAGE = '<!doctype html><title>Planted</title><link rel="icon" href="data:," />';

for (const { fault, script, complaint } of FAULTS) {
  test(`notes ${fault}`, async ({ page, context, baseURL }) => {
    const complaints = watchPage(context, new URL(baseURL ?? '').origin);
    // A page of its own: the policy of the real one would stop most of these faults before they happen.
    await page.route('**/planted.html', (route) => route.fulfill({ contentType: 'text/html', body: EMPTY_PAGE }));
    await page.goto('planted.html');
    expect(complaints).toEqual([]);
    await page.evaluate(`{ ${script}; }`);
    await expect.poll(() => complaints.join('\n')).toMatch(complaint);
  });
}

test('the page itself refuses to ask another origin', async ({ page }) => {
  await page.goto('./');
  const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
  await page.evaluate(() => void fetch('https://example.com/').catch(() => 0));
  await refused;
});

test('finds what a screen reader would stumble over', async ({ page }) => {
  await page.setContent(
    '<html lang="en"><title>Planted</title><main><h1>Planted</h1><img src="data:," /></main></html>',
  );
  expect((await findings(page)).map((line) => line.split(' ')[0])).toEqual(['image-alt']);
});
