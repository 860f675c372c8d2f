import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordFromJson } from '../record/recording';
import { presetById } from '../presets';
import { presetHash } from '../record/results/presetHash';
import { parseResults } from '../record/results/resultsSchema';
import { sampleEvaluation, samplePrepared } from '../record/sampleRun.fixture';
import type { ExperimentSpec } from '../spec/experiment';
import { taskShapes } from '../spec/taskShapes';
import type { RunEvent } from '../training/events';
import { createFakeEngine } from '../session/fakes.fixture';
import type { CheckReport } from './check/checkReport';
import type { ChildResult } from './context';
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
  /** What the file of results holds. */
  readonly results?: string;
  readonly cores?: number;
  /** Instead of the lab itself, in this process. */
  readonly child?: ChildResult;
}

async function call(line: string, around: Surroundings = {}) {
  const { outcome = 'uneven', environment = {}, results = '{}', cores = 1, child } = around;
  const output = { out: '', err: '', made: 0, children: new Array<string>(), results };
  const code = await lab(line.split(' '), {
    environment,
    terminal: { out: (text) => (output.out += text), err: (text) => (output.err += text), live: false, columns: 80 },
    makeEngine: () => {
      output.made += 1;
      return Promise.resolve(instantEngine(outcome));
    },
    results: {
      path: 'results.json',
      read: () => Promise.resolve(output.results),
      write: (text) => {
        output.results = text;
        return Promise.resolve();
      },
    },
    startLab: async (args) => {
      output.children.push(args.join(' '));
      return child ?? (await call(args.join(' '), { outcome, results: output.results }));
    },
    cores,
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
    expect(list.out).toMatch(/^penguins +\S+ +(holds|conditional|does not hold) +\S/m);
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
    const [table = ''] = out.split('\n\n');
    const shown = table.split('\n').filter((line) => / shown$/.test(line)).length;
    const claims = shown + table.split('\n').filter((line) => / (NOT SHOWN|undecided)$/.test(line)).length;
    expect(shown).toBeLessThan(claims);
    expect(out).toMatch(/\n1 NOT SHOWN\n/);
    expect(out).toMatch(new RegExp(`^${shown} of ${claims} claims shown, 1 preset · `, 'm'));
  });

  it('exits with 1 when a claim stays undecided with all its seeds; a quick check expects no more', async () => {
    expect((await call('check same-task --quiet', { outcome: 'flat' })).code).toBe(1);
    const quick = await call('check same-task --quick --quiet --json', { outcome: 'flat' });
    expect(quick.code).toBe(0);
    const [report] = JSON.parse(quick.out) as CheckReport[];
    expect(report?.result).toMatchObject({ seeds: 6, mode: 'quick', shown: 'undecided' });
    expect(new Set(report?.result?.claims.map((claim) => claim.shown))).toEqual(new Set(['undecided']));
  });

  it('exits with 1 when a run of a check fails', async () => {
    const { code, err } = await call('check same-task --quick --quiet', { outcome: 'fails' });
    expect(code).toBe(1);
    expect(err).toMatch(/^same-task: no backend passed/);
  });

  it('writes what a full check found, and nothing that is not to be cited', async () => {
    const full = await call('check same-task penguins --quiet', { results: '{"nobody":1}' });
    const results = parseResults(full.results);
    expect(Object.keys(results)).toEqual(['penguins', 'same-task']);
    expect(results['penguins']).toMatchObject({ mode: 'full', seeds: 20, hash: presetHash(presetById('penguins')) });
    expect(full.out).toMatch(/2 results renewed in results\.json/);
    for (const option of ['--seeds 3', '--steps 9', '--backend cpu', '--no-results']) {
      expect((await call(`check penguins --quiet ${option}`)).results).toBe('{}');
    }
    expect((await call('check penguins --quiet', { outcome: 'fails' })).results).not.toContain('penguins');
  });

  it('keeps a full result of the same preset from a quick one', async () => {
    const { results } = await call('check penguins --quiet');
    const kept = await call('check penguins same-task --quick --quiet', { results });
    expect(parseResults(kept.results)).toMatchObject({ penguins: { mode: 'full' }, 'same-task': { mode: 'quick' } });
    const stale = results.replace(presetHash(presetById('penguins')), '0');
    const renewed = await call('check penguins --quick --quiet', { results: stale });
    expect(parseResults(renewed.results)).toMatchObject({ penguins: { mode: 'quick', seeds: 6 } });
  });

  it('checks several presets in processes of their own, and prints them in the order asked for', async () => {
    const { code, out, err, made, children, results } = await call('check same-task penguins --quick --lang zh-CN', {
      cores: 8,
    });
    expect(made).toBe(0);
    expect(children.toSorted()).toEqual([
      'check penguins --json --quiet --no-results --lang zh-CN --quick',
      'check same-task --json --quiet --no-results --lang zh-CN --quick',
    ]);
    expect(err).toMatch(/^1\/2 .*\n2\/2 .*\n$/);
    expect(out.indexOf('same-task')).toBeLessThan(out.indexOf('penguins'));
    const alone = await call('check same-task penguins --quick --quiet --lang zh-CN');
    expect(alone.children).toEqual([]);
    expect([alone.code, alone.results]).toEqual([code, results]);
  });

  it('tells of a process that ended without a word', async () => {
    const child = { code: 137, out: '', err: 'first line\nout of memory\n' };
    const { code, err, out } = await call('check same-task penguins --quiet', { cores: 2, child });
    expect(code).toBe(1);
    expect(err).toMatch(/^same-task: 137 out of memory\npenguins: 137 out of memory\n$/);
    expect(out).toMatch(/^penguins +FAILED/m);
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
