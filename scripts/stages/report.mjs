import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../run.mjs';

/**
 * Room for a test tool's JSON report, without an older one in it.
 * @param {string} name
 * @returns {string} absolute path
 */
export function emptyReport(name) {
  const path = join(ROOT, '.cache/reports', name);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

/**
 * @param {string} path
 * @returns {unknown} the report, or `null` when the tool died before writing it
 */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
