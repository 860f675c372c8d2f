/** What the command line needs of Node beside a terminal: other processes, and its one file. */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChildResult, ResultsFile } from './context';

const path = fileURLToPath(new URL('../presets/results/results.json', import.meta.url));

export const resultsFile: ResultsFile = {
  path: relative(process.cwd(), path),
  read: () => readFile(path, 'utf8'),
  write: (text) => writeFile(path, text),
};

export const cores = availableParallelism();

/** Set for programs that {@link startLab} starts: as many of them run at once as there are cores. */
const STARTED_BY_LAB = 'SHARELAB_STARTED_BY_LAB';

/** Cores for the training of this process. */
export const ownCores = process.env[STARTED_BY_LAB] === undefined ? cores : 1;

// An end by a signal becomes an ordinary one, which takes the children along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** Starts this program once more, as it was started itself. Children end with it. */
export function startLab(args: readonly string[]): Promise<ChildResult> {
  const [, program = ''] = process.argv;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, [STARTED_BY_LAB]: '1' },
    });
    const end = (): void => void child.kill();
    process.once('exit', end);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', end);
      resolve({ code, out, err });
    });
  });
}
