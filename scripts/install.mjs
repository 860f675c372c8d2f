/** `node_modules` as the lock file says; nothing to do when it is already so. */
import { npm, run } from './run.mjs';
import { modified } from './modified.mjs';

/** @returns {Promise<void>} */
export async function ensureInstalled() {
  // npm writes its own copy of the lock file last, so an interrupted installation does not count.
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  console.log('Installing what package-lock.json names ...');
  // Development packages build and test, so they are wanted even where NODE_ENV says production.
  await run(...npm(['ci', '--include=dev', '--no-audit', '--no-fund']));
}
