import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordFromJson } from '../record/recording';
import { sampleEvaluation, samplePrepared } from '../record/sampleRun.fixture';
import type { ExperimentSpec } from '../spec/experiment';
import { taskShapes } from '../spec/taskShapes';
import type { RunEvent } from '../training/events';
import { createFakeEngine } from '../session/fakes.fixture';
import { lab } from './lab';

type Outcome = 'uneven' | 'flat' | 'fails' | 'never-prepared';

/** An engine that is done at once, after 100 steps; `flat`: every network scores the same. */
function instantEngine(outcome: Outcome) {
  const engine = createFakeEngine();
  let opened: ExperimentSpec | null = null;
  return {
    ...engine,
    open: (spec: ExperimentSpec) => void (opened = spec),
    run: () => {
      const [point] = opened?.points ?? [];
      if (opened === null || point === undefined) throw new Error('run before open');
      const prepared = { ...samplePrepared(opened), tasks: taskShapes(point.tasks) };
      const score = (index: number) => (outcome === 'flat' ? 0.5 : 0.5 + (index % 5) / 100);
      const evaluation = sampleEvaluation(100, (name, index) => (name === 'testScore' ? score(index) : 0.25), prepared);
      const failure = { code: 'no-backend', params: {}, detail: 'nothing passed' } as const;
      const failed: RunEvent = { type: 'failed', step: 7, failure };
      if (outcome === 'never-prepared') engine.emit(failed);
      else engine.emit(prepared, { type: 'evaluated', evaluation });
      engine.emit(outcome === 'fails' ? failed : { type: 'finished', step: 100 });
    },
  };
}

interface Surroundings {
  readonly outcome?: Outcome;
  readonly environment?: Readonly<Record<string, string>>;
}

async function call(line: string, { outcome = 'uneven', environment = {} }: Surroundings = {}) {
  const output = { out: '', err: '', made: 0 };
  const code = await lab(line.split(' '), {
    environment,
    terminal: { out: (text) => (output.out += text), err: (text) => (output.err += text), live: false, columns: 80 },
    makeEngine: () => {
      output.made += 1;
      return Promise.resolve(instantEngine(outcome));
    },
  });
  return { code, ...output };
}

async function fileWith(content: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'lab-')), 'preset.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('lab', () => {
  it('lists, explains itself and gives the schema without making an engine', async () => {
    const list = await call('list');
    expect(list).toMatchObject({ code: 0, err: '', made: 0 });
    expect(list.out).toMatch(/^penguins +/m);
    expect(JSON.parse((await call('list --json')).out)).toContainEqual(
      expect.objectContaining({ id: 'phase-diagram' }),
    );
    expect((await call('help --lang zh-CN')).out).toContain('命令');
    expect(JSON.parse((await call('schema')).out)).toMatchObject({ type: 'object', properties: { experiment: {} } });
  });

  it('prints a table with scores, gains, wins and verdicts', async () => {
    const { code, out, err } = await call('run penguins --seeds 2');
    expect([code, err]).toEqual([0, 'penguins: preparing\n']);
    expect(out).toMatch(/species \(accuracy\) +alone +0\.\d+ ± 0\.\d+ +baseline/);
    expect(out).toMatch(/mass \(rel\. error\) +hard .*\d\/2 +(↑ helps|↓ hurts|· undecided)/);
  });

  it('is quiet when asked to be', async () => {
    expect((await call('run penguins --seeds 2 --quiet')).err).toBe('');
  });

  it('prints the same as JSON', async () => {
    const { out } = await call('run penguins --seeds 2 --json');
    const result = JSON.parse(out) as { scores: { values: number[] }[]; gains: { arm: string; n: number }[] };
    expect(result).toMatchObject({ preset: 'penguins', status: 'finished', seeds: [1, 2] });
    expect(result.scores[0]?.values).toHaveLength(2);
    expect(result.gains[0]).toMatchObject({ arm: 'hard', task: 'species', n: 2 });
  });

  it.each(['fails', 'never-prepared'] as const)('says why a run failed (%s) and exits with 1', async (outcome) => {
    const { code, out, err } = await call('run penguins --seeds 2 --quiet', { outcome });
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('penguins: no backend passed its self-test. nothing passed\n');
  });

  it.each([
    ['run nowhere', /^There is no preset "nowhere", and no such file\. Presets: .*penguins/],
    ['run no/where.json', /^There is no file "no\/where.json"/],
    ['run src', /^"src" cannot be read: EISDIR/],
    ['run penguins --seeds 0', /experiment\.seeds\.count is 0; .* from 1 to 200/],
    ['run penguins --steps 100001', /experiment\.training\.steps is 100001.* 100,000/],
    ['check penguins nowhere', /There is no preset "nowhere"/],
    ['list --lang fr', /--lang cannot be "fr"/],
    ['list --lang zh-CN --foo', /没有选项 --foo/],
  ])('refuses "%s" with one line, exit code 2, and without training', async (line, message) => {
    const { code, out, err, made } = await call(line);
    expect([code, out, made]).toEqual([2, '', 0]);
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('lists everything wrong with a file, in the language of the environment', async () => {
    const path = await fileWith({ version: 1, id: 'x', surprise: 1 });
    const english = await call(`validate ${path}`);
    expect(english.code).toBe(2);
    expect(english.err.split('\n').length).toBeGreaterThan(4);
    expect(english.err).toMatch(/surprise/);
    expect((await call(`validate ${path}`, { environment: { LANG: 'zh_CN.UTF-8' } })).err).toMatch(
      /被拒绝，原因有 \d+ 个/,
    );
    expect((await call(`run ${path}`)).err).toMatch(/and \d+ more problems/);
    const json = JSON.parse((await call(`validate ${path} --json`)).out) as { problems: { text: string }[] };
    // Every text comes from the catalogue: a key that is not there would stand for itself.
    for (const { text } of json.problems) expect(text).not.toMatch(/problem\.|\{\{/);
  });

  it('refuses what is not JSON at its line and column', async () => {
    const { code, err } = await call(`run ${await fileWith('{\n  "version": 1,\n  oops')}`);
    expect(code).toBe(2);
    expect(err).toMatch(/Line 3, column 3/);
  });

  it('counts the networks of a valid file', async () => {
    const { code, out } = await call('validate src/presets/penguins.json');
    expect(code).toBe(0);
    expect(out).toMatch(/is valid: 100 networks \(1 point × 5 schemes × 20 seeds\), 400 steps/);
  });

  it('exits with 1 when a claim is not shown, however few the seeds', async () => {
    const { code, out } = await call('check penguins --quick --quiet', { outcome: 'flat' });
    expect(code).toBe(1);
    expect(out).toMatch(/0\.93 ≤ alone +species +score 0\.5 ± 0 +NOT SHOWN/);
    // Whatever the preset claims today: the sum counts the lines above it.
    const shown = out.split('\n').filter((line) => / shown$/.test(line)).length;
    const claims = shown + out.split('\n').filter((line) => / (NOT SHOWN|undecided)$/.test(line)).length;
    expect(shown).toBeLessThan(claims);
    expect(out).toContain(`${shown} of ${claims} claims shown, 1 preset\n`);
  });

  it('exits with 1 when a claim stays undecided with all its seeds; a quick check expects no more', async () => {
    expect((await call('check same-task --quiet', { outcome: 'flat' })).code).toBe(1);
    const quick = await call('check same-task --quick --quiet --json', { outcome: 'flat' });
    expect(quick.code).toBe(0);
    const reports = JSON.parse(quick.out) as { seeds: number; claims: { result: { shown: string } }[] }[];
    expect(reports[0]?.seeds).toBe(6);
    expect(new Set(reports[0]?.claims.map((claim) => claim.result.shown))).toEqual(new Set(['undecided']));
  });

  it('exits with 1 when a run of a check fails', async () => {
    const { code, err } = await call('check same-task --quick --quiet', { outcome: 'fails' });
    expect(code).toBe(1);
    expect(err).toMatch(/^same-task: no backend passed/);
  });

  it('writes a recording that reads back', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'lab-')), 'deep', 'recording.json');
    const { code, out } = await call(`record penguins --seeds 2 --out ${path} --quiet`);
    expect(code).toBe(0);
    expect(out).toMatch(/recording\.json: \d+ kB, 1 evaluation/);
    expect(recordFromJson(await readFile(path, 'utf8'))).toMatchObject({ status: 'finished', step: 100 });
  });

  it('does not write a recording of a preset that is not built in to the lab itself', async () => {
    const { code, err } = await call('record src/presets/penguins.json');
    expect(code).toBe(2);
    expect(err).toMatch(/--out/);
  });
});
