import { createServer } from 'node:net';
import { ensureChromium } from '../chromium.mjs';
import { attempt, npm } from '../run.mjs';
import { emptyReport, readReport } from './report.mjs';

/**
 * @typedef {object} Report the part of Playwright's JSON report that is read
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors outside any test
 */

/** @returns {Promise<import('../test.mjs').Result>} */
export async function browserTests() {
  const path = emptyReport('browser.json');
  const { code } = await attempt(...npm(['run', '-s', 'e2e', '--', '--reporter=line,json', '--pass-with-no-tests']), {
    environment: {
      CHROMIUM_PATH: await ensureChromium(),
      E2E_PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_FILE: path,
    },
  });
  const report = /** @type {Report | null} */ (readReport(path));
  if (report === null) return { passed: 0, failed: 1, output: `playwright ended with code ${code} and no report` };
  const failed = report.stats.unexpected + report.stats.flaky + report.errors.length;
  return {
    passed: report.stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.stats.skipped,
  };
}

/**
 * A port nobody listens on, so that two checkouts can be tested at once.
 * @returns {Promise<number>}
 */
function freePort() {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? settle(address.port) : fail(new Error('no port')),
      );
    });
  });
}
