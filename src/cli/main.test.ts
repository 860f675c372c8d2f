/** The command line as it is really started: a process of its own, a real engine. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

function start(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('npm run lab', () => {
  it('exits with 0 after a run, the result alone on standard output, and gives the same numbers again', async () => {
    const args = ['run', 'penguins', '--seeds', '2', '--steps', '5', '--json'];
    const [first, second] = await Promise.all([start(...args), start(...args)]);
    expect(first.code).toBe(0);
    expect(first.err).toMatch(/^penguins: preparing\n/);
    const scores = (text: string) => (JSON.parse(text) as { scores: unknown[] }).scores;
    expect(scores(first.out)).toHaveLength(15);
    expect(scores(second.out)).toEqual(scores(first.out));
  });

  it('exits with 1 when training diverges, and says which task', async () => {
    const preset = JSON.parse(await readFile('src/presets/same-task.json', 'utf8')) as { experiment: object };
    const training = { steps: 200, learningRate: 10, optimizer: { kind: 'sgd' } };
    const path = join(await mkdtemp(join(tmpdir(), 'lab-')), 'diverges.json');
    // `undefined` is left out of JSON: what is claimed of this preset is not claimed here.
    const changed = { ...preset, check: undefined, experiment: { ...preset.experiment, training } };
    await writeFile(path, JSON.stringify(changed));
    const { code, out, err } = await start('run', path, '--seeds', '1', '--backend', 'cpu', '--quiet');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/diverged at step \d+ \(task (first|second)/);
  });

  it('exits with 2 and one line for bad input', async () => {
    const { code, out, err } = await start('run', 'penguins', '--seeds', 'many');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('--seeds cannot be "many". Allowed: a whole number.\n');
  });
});
