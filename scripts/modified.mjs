/** When files last changed, as make sees it. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/**
 * Newest change of a file or of anything in a folder, in ms since 1970; -Infinity when it does not exist.
 * A folder's own time counts too, so that a deleted file is noticed.
 * @param {string} path relative to the repository
 * @returns {number}
 */
export function modified(path) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stat) return -Infinity;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(join(ROOT, path)).reduce(
    (newest, name) => Math.max(newest, modified(join(path, name))),
    stat.mtimeMs,
  );
}
