/** Running commands, the same on every system and without a dependency. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository. Every command runs there, wherever the caller stands. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Options
 * @property {Record<string, string>} [environment] added to this process's own
 * @property {boolean} [quiet] collect the output instead of showing it
 *
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the command could not be started
 * @property {string} output what it printed when `quiet`, else empty
 */

/**
 * Run a command to its end, whatever that is.
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export function attempt(command, parameters, { environment = {}, quiet = false } = {}) {
  return new Promise((settle) => {
    const child = spawn(command, parameters, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (/** @type {string} */ text) => (output += text));
    }
    child.on('error', (error) => settle({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}

/**
 * Run a command that must succeed.
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {Options} [options]
 * @throws {Error} when it fails
 * @returns {Promise<void>}
 */
export async function run(command, parameters, options) {
  const { code, output } = await attempt(command, parameters, options);
  if (code !== 0) throw new Error(`${command} ${parameters.join(' ')} failed (exit code ${code})\n${output}`.trimEnd());
}

/**
 * Command line of npm itself: through the npm that started us where there is one, since `npm` alone is no program on Windows.
 * @param {readonly string[]} parameters
 * @returns {[command: string, parameters: string[]]}
 */
export function npm(parameters) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, [script, ...parameters]];
  return ['npm', [...parameters]];
}
