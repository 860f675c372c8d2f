/** `dist`, built when anything that goes into it is newer. */
import { modified } from './modified.mjs';
import { npm, run } from './run.mjs';

const SOURCES = [
  'src',
  'public',
  'scripts/vite',
  'index.html',
  'vite.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
];

/** @returns {Promise<void>} */
export async function ensureBuilt() {
  const built = modified('dist/.vite/manifest.json');
  if (SOURCES.every((source) => modified(source) < built)) return;
  console.log('Building ...');
  await run(...npm(['run', '-s', 'build']));
}
