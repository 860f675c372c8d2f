/** Finding, or installing, a Chromium for the browser tests. */
import { existsSync } from 'node:fs';
import { attempt, run } from './run.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium on this machine: `CHROMIUM_PATH`, a system one, Playwright's own; `null` when there is none.
 * @throws {Error} when `CHROMIUM_PATH` names nothing.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which does not exist`);
    return wanted;
  }
  // Imported late: on a fresh machine this file is read before anything is installed.
  const { chromium } = await import('playwright');
  for (const path of [...PLACES, chromium.executablePath()]) {
    if (existsSync(path) && (await answers(path))) return path;
  }
  return null;
}

/**
 * Some systems ship a `chromium-browser` that only tells people to install something else.
 * @param {string} path
 */
async function answers(path) {
  return (await attempt(path, ['--version'], { quiet: true })).code === 0;
}

/**
 * The Chromium of this machine, installed first when there is none: by the system's packages as root, else by Playwright.
 * @throws {Error} when it can be neither found nor installed.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found; installing the system package ...');
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    await attempt('apt-get', ['update', '-q'], { environment });
    await attempt('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], { environment });
    const installed = await findChromium();
    if (installed !== null) return installed;
  }
  console.log("No Chromium found; downloading Playwright's ...");
  await run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  const downloaded = await findChromium();
  if (downloaded === null) throw new Error('No Chromium that starts: install one, or name it in CHROMIUM_PATH');
  return downloaded;
}
