/** Every kind of network and balancing on every backend: the numbers of the JavaScript backend, within single precision. */
import { writeFile } from 'node:fs/promises';
import { attempt, npm } from '../scripts/run.mjs';
import { Lab } from './support/lab';
import { packed, smallPreset } from './support/smallPreset';
import { expect, test } from './support/test';

const STEPS = 8;

/** WebGL compiles a program per kernel and shape, slowly where graphics are software: a choice of networks. */
const FEWER = ['alone', 'hard', 'cross-stitch', 'shared-private', 'experts'];

function everyScheme(few: boolean): object {
  const small = smallPreset({ seeds: 1, steps: STEPS, every: STEPS, optimizer: 'sgd', learningRate: 0.01 });
  return {
    ...small,
    id: 'every-scheme',
    experiment: {
      ...small.experiment,
      schemes: [
        { scheme: 'alone' },
        { scheme: 'hard', balancing: { kind: 'pcgrad' } },
        { scheme: 'hard', balancing: { kind: 'uncertainty' } },
        { scheme: 'soft', lambda: 0.05, penalty: 'l1' },
        { scheme: 'soft', lambda: 0.05, penalty: 'trace' },
        { scheme: 'meta', method: 'reptile', innerSteps: 2 },
        { scheme: 'cross-stitch' },
        { scheme: 'sluice', orthogonality: 0.1 },
        { scheme: 'shared-private', orthogonality: 0.1 },
        { scheme: 'experts', gating: 'task', experts: 3, units: 4 },
        { scheme: 'experts', gating: 'ple', experts: 2, ownExperts: 1, units: 4, levels: 2 },
        { scheme: 'adapters', trunkSteps: 4 },
      ].filter(({ scheme, ...own }) => !few || (FEWER.includes(scheme) && !('levels' in own))),
      model: { trunk: [{ units: 8, activation: 'tanh' }], headStart: 'equal' },
      evaluation: { every: STEPS, gradients: false },
    },
  };
}

interface Scores {
  readonly scores: readonly { readonly arm: string; readonly task: string; readonly values: readonly number[] }[];
}

for (const backend of ['webgpu', 'webgl', 'wasm'] as const) {
  test(`every scheme on ${backend} ends where JavaScript ends`, async ({ page }, testInfo) => {
    test.slow();
    const few = backend === 'webgl';
    const preset = everyScheme(few);
    const file = testInfo.outputPath('preset.json');
    await writeFile(file, JSON.stringify(preset));
    const command = ['run', '-s', 'lab', '--', 'run', file, '--backend', 'cpu', '--json', '--quiet'];
    const reference = await attempt(...npm(command), { quiet: true });
    expect(reference.code, reference.output).toBe(0);
    const lab = await Lab.open(page, 'en', { backend, packed: packed(preset) });
    await lab.runToEnd();
    const shown = new Map(
      (await lab.rows())
        .filter((row) => row['step'] === String(STEPS))
        .map((row) => [`${row['arm']} ${row['task']}`, Number(row['test_score'])]),
    );
    const { scores } = JSON.parse(reference.output) as Scores;
    expect(scores).toHaveLength((few ? 6 : 12) * 2);
    for (const { arm, task, values } of scores) {
      const [expected = NaN] = values;
      const found = shown.get(`${arm} ${task}`) ?? NaN;
      expect(Math.abs(found - expected) / expected, `${arm}, ${task}: ${found} against ${expected}`).toBeLessThan(2e-3);
    }
  });
}
