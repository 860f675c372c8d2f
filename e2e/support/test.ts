import { expect, test as base } from '@playwright/test';
import { watchPage } from './watchPage';

interface Options {
  /** Console errors and failed requests a test provokes on purpose (killing a worker, losing a device ...). */
  readonly tolerated: readonly RegExp[];
}

interface Automatic {
  readonly watched: undefined;
}

/**
 * Playwright's `test`, under which every page, popup and worker is watched: a request to another origin, an uncaught
 * exception or an error on the console fails the test, whatever else it asserts.
 */
export const test = base.extend<Options & Automatic>({
  tolerated: [[], { option: true }],
  watched: [
    async ({ context, baseURL, tolerated }, use) => {
      if (baseURL === undefined) throw new Error('baseURL is not set');
      const complaints = watchPage(context, new URL(baseURL).origin);
      await use(undefined);
      const unexpected = complaints.filter((complaint) => !tolerated.some((pattern) => pattern.test(complaint)));
      expect(unexpected, 'the page must stay quiet and within its origin').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
