/** What a figure must be read with: the machine and the versions it was measured on. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { findChromium } from '../scripts/chromium.mjs';

const PACKAGES = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm', '@jax-js/jax', 'playwright'];

/** Label and value of each fact. */
export async function surroundings(): Promise<readonly (readonly [string, string])[]> {
  const browser = await findChromium();
  const versions = PACKAGES.map((name) => [name, versionOf(name)] as const);
  return [
    ['Date', new Date().toISOString().slice(0, 10)],
    ['Processor', `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}`],
    ['Memory', `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ['System', `${process.platform} ${process.arch}`],
    ['Node', process.version],
    ['Browser', browser === null ? 'none' : execFileSync(browser, ['--version'], { encoding: 'utf8' }).trim()],
    ...versions,
  ];
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}
