/** The backends in a real browser, and the headless twin beside the page. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { attempt, npm } from '../scripts/run.mjs';
import type { BackendName } from '../src/training/events';
import { csvRows } from './support/csvRows';
import { Lab } from './support/lab';
import { packed, smallPreset } from './support/smallPreset';
import { expect, test } from './support/test';

const WRITTEN: Readonly<Record<BackendName, string>> = {
  wgsl: 'WebGPU WGSL',
  simd: 'WebAssembly SIMD',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};

for (const backend of ['wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu'] as const) {
  test(`a run to its end on ${backend}, asked for in the address`, async ({ page }) => {
    test.slow();
    const lab = await Lab.open(page, 'en', { backend, packed: packed(smallPreset()) });
    await lab.runToEnd();
    expect(await lab.step()).toBe(20);
    const trials = await lab.backendTrials();
    const chosen = trials.filter((line) => line.includes(lab.t('lab:outcome.chosen')));
    expect(chosen).toHaveLength(1);
    expect(chosen[0]).toContain(WRITTEN[backend]);
    expect(chosen[0]).toContain(lab.t('lab:reason.forced'));
    const values = (await lab.rows()).map((row) => Number(row['test_loss']));
    expect(values.length).toBe(5 * 3 * 2 * 2);
    expect(values.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
  });
}

test('graphics imitated by software are passed over, with the reason, and SIMD trains', async ({ page }) => {
  const lab = await Lab.open(page, 'en', { packed: packed(smallPreset()) });
  const trials = await lab.backendTrials();
  expect(trials).toHaveLength(Object.keys(WRITTEN).length);
  for (const [index, name] of Object.values(WRITTEN).entries()) expect(trials[index]).toContain(name);
  expect(trials[0]).toContain(lab.t('lab:reason.software-adapter'));
  expect(trials[1]).toContain(lab.t('lab:reason.first-that-passes'));
  for (const line of trials.slice(2)) expect(line).toContain(lab.t('lab:reason.not-asked'));
});

for (const backend of ['simd', 'wasm', 'cpu'] as const) {
  test(`page and command line get the same numbers on ${backend}, to the last digit`, async ({ page }, testInfo) => {
    const preset = smallPreset({ seeds: 3, steps: 40 });
    const file = testInfo.outputPath('preset.json');
    await writeFile(file, JSON.stringify(preset));
    const command = ['run', '-s', 'lab', '--', 'run', file, '--backend', backend, '--json', '--quiet'];
    const [headless, lab] = await Promise.all([
      attempt(...npm(command), { quiet: true }),
      Lab.open(page, 'en', { backend, packed: packed(preset) }),
    ]);
    expect(headless.code, headless.output).toBe(0);
    await lab.runToEnd();
    const measured = (await lab.rows()).filter((row) => row['step'] === '40');
    const { scores } = JSON.parse(headless.output) as {
      scores: { arm: string; task: string; values: number[] }[];
    };
    const expected = scores.flatMap(({ arm, task, values }) =>
      values.map((value, index) => ({ arm, task, seed: 7 + index, value })),
    );
    const shown = measured.map((row) => ({
      arm: row['arm'],
      task: row['task'],
      seed: Number(row['seed']),
      value: Number(row['test_score']),
    }));
    const order = (list: typeof expected | typeof shown): string[] => list.map((each) => JSON.stringify(each)).sort();
    expect(order(shown)).toEqual(order(expected));
    expect(shown).toHaveLength(3 * 3 * 2);
  });
}

test('page and headless engine measure the same on simd at every step, divided or not', async ({ page }, testInfo) => {
  const small = smallPreset({ seeds: 3, steps: 60, every: 5 });
  const preset = {
    ...small,
    experiment: {
      ...small.experiment,
      schemes: [
        { scheme: 'alone' },
        { scheme: 'hard' },
        { scheme: 'soft', lambda: 0.1 },
        { scheme: 'soft', lambda: 3, id: 'safe', coupling: 'proximal' },
        { scheme: 'hard', balancing: { kind: 'pcgrad' } },
        { scheme: 'hard', balancing: { kind: 'uncertainty' } },
        { scheme: 'meta', method: 'reptile', innerSteps: 2 },
      ],
    },
  };
  const file = testInfo.outputPath('preset.json');
  await writeFile(file, JSON.stringify(preset));
  const program = fileURLToPath(new URL('./support/headlessCsv.ts', import.meta.url));
  const headless = await attempt(process.execPath, ['--import', 'tsx', program, file], { quiet: true });
  expect(headless.code, headless.output).toBe(0);
  const lab = await Lab.open(page, 'en', { backend: 'simd', packed: packed(preset) });
  await lab.runToEnd();
  const rows = await lab.rows();
  expect(rows).toHaveLength(13 * 7 * 3 * 2);
  expect(rows).toEqual(csvRows(headless.output));
});
