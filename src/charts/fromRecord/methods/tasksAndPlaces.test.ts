import { describe, expect, it } from 'vitest';
import en from '../../../i18n/locales/en/sources.json';
import { drawDigits } from '../../../tasks/digits';
import { drawGlyphs } from '../../../tasks/glyphs';
import { wordText } from '../../../tasks/textVocabulary';
import type { DigitsSource } from '../../../spec/sources/digits';
import { resolveTasks } from '../../../spec/resolveTasks';
import { SOURCE_TASKS } from '../useRunMarks';
import { affinityArms, affinityView } from './affinityView';
import { embeddingArms, embeddingView } from './embeddingView';
import { imageSamples } from './imageSamples';
import { interpolationSeries, lineQuantity } from './interpolationSeries';
import { landscapeGrid, onPareto } from './landscapeGrid';
import { isLandscape, landscapeWays } from './landscapeView';
import { predictedClass } from './predictedClass';
import { accuracy, arm, error, HARD, madeRun } from './record.fixture';

const alone = arm('alone', { kind: 'alone' });

describe('affinityView', () => {
  const four = ['a', 'b', 'c', 'd'].map(error);
  // Early {a, c} and {b, d} help each other, late {a, b} and {c, d}.
  const helps = (i: number, j: number, late: boolean) =>
    late ? Math.floor(i / 2) === Math.floor(j / 2) : i % 2 === j % 2;
  const matrix = (late: boolean) =>
    Array.from({ length: 16 }, (_, at) => (helps(Math.floor(at / 4), at % 4, late) ? 0.1 : -0.1));
  const none = new Array<number>(16).fill(0);
  const record = madeRun({
    arms: [alone, arm('hard', HARD)],
    tasks: four,
    seeds: 1,
    steps: [0, 10, 50, 100],
    arrays: (step) => ({ affinity: [...none, ...matrix(step > 10)] }),
  });

  it('knows which arms were measured', () => {
    expect(affinityArms(record, 0)).toEqual([1]);
  });

  it('groups by the first tenth, and by the last one beside it', () => {
    const view = affinityView(record, { point: 0, arm: 1, evaluation: -1 });
    expect(view?.early.groups).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(view?.early).toMatchObject({ from: 0, to: 10, halfWidth: null });
    expect(view?.late).toMatchObject({
      from: 90,
      to: 100,
      groups: [
        [0, 1],
        [2, 3],
      ],
    });
    expect(view?.trained).toBeNull();
  });

  it('has no late window while it would overlap the early one', () => {
    expect(affinityView(record, { point: 0, arm: 1, evaluation: 1 })?.late).toBeNull();
    expect(affinityView(record, { point: 0, arm: 1, evaluation: 0 })?.early.to).toBe(0);
  });
});

describe('landscapeWays', () => {
  const sources = [0, 1].map((start) => resolveTasks({ source: 'landscape', start }));
  // [L*T*2]: start 0 alone apart, hard together; start 1 the same, hard ends on the set.
  const record = (steps: readonly number[]) =>
    madeRun({
      arms: [alone, arm('hard', HARD)],
      seeds: 1,
      sources,
      steps,
      total: 20,
      arrays: (step) => {
        const end = step === 20;
        return {
          position: [
            ...[1, step, 2, step],
            ...[3, 5, 3, 5],
            ...[4, step, 4, step],
            ...(end ? [0, -8.36, 0, -8.36] : [step, 1, step, 1]),
          ],
        };
      },
    });

  it('has one way per start, two where the tasks go apart', () => {
    const done = record([0, 10, 20]);
    expect(isLandscape(done)).toBe(true);
    expect(landscapeWays(done, 0, -1).map(({ points }) => points)).toEqual([
      [1, 0, 1, 10, 1, 20],
      [2, 0, 2, 10, 2, 20],
      [4, 0, 4, 10, 4, 20],
    ]);
    expect(landscapeWays(done, 0, 1)[0]?.points).toEqual([1, 0, 1, 10]);
  });

  it('tells who has arrived, who stands still, and who is on the way', () => {
    expect(landscapeWays(record([0, 10, 20]), 1, -1).map(({ state }) => state)).toEqual(['stuck', 'reached']);
    expect(landscapeWays(record([0, 10]), 1, -1).map(({ state }) => state)).toEqual(['stuck', 'running']);
    expect(landscapeWays(record([0]), 1, -1).map(({ state }) => state)).toEqual(['running', 'running']);
  });

  it('draws the map that is trained on: the lowest mean at (0, -8.36), the set around it', () => {
    const { x, columns, rows, values } = landscapeGrid();
    const lowest = values.length === columns * rows ? Array.from(values).indexOf(Math.min(...Array.from(values))) : -1;
    const place = (i: number) => x[0] + ((x[1] - x[0]) * i) / (columns - 1);
    expect(place(lowest % columns)).toBeCloseTo(0, 6);
    expect(Math.abs(place(Math.floor(lowest / columns)) + 8.355)).toBeLessThan(0.25);
    expect([onPareto(0, -8.355), onPareto(7, -8.43), onPareto(8, -8.355), onPareto(0, -8)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('embeddingView', () => {
  const source = resolveTasks({ source: 'text', meaning: 'written' });
  const units = 3;
  // Word w at (w, 0, 0) but for the last, which lies off the line.
  const table = Array.from({ length: 240 * units }, (_, i) =>
    i % units === 0 ? Math.floor(i / units) : i === 240 * units - 1 ? 9 : 0,
  );
  const record = madeRun({
    arms: [arm('mixed', { kind: 'cross-stitch', same: 0.9, rateFactor: 10 }), alone],
    sources: [source],
    steps: [0],
    arrays: () => ({ firstLayer: [...new Array<number>(240 * units).fill(0), ...table] }),
  });

  it('draws the words of the arm whose table was measured, in the reader’s language', () => {
    expect(embeddingArms(record, 0, -1)).toEqual([1]);
    const view = embeddingView(record, { point: 0, arm: 1, evaluation: -1 }, 'zh-CN');
    expect(view?.words).toHaveLength(240);
    expect(view?.words[7]?.text).toBe(wordText(7, 'zh-CN'));
    expect(Math.abs((view?.words[100]?.x ?? 0) - (view?.words[101]?.x ?? 0))).toBeCloseTo(1, 2);
    expect(view?.explained[0]).toBeGreaterThan(0.99);
    expect(view?.near(100).slice(0, 2).sort()).toEqual([wordText(99, 'zh-CN'), wordText(101, 'zh-CN')].sort());
  });

  it('says what every task wants to know of a word', () => {
    const view = embeddingView(record, { point: 0, arm: 1, evaluation: -1 }, 'en');
    for (const { classes } of view?.words ?? []) {
      expect(classes).toHaveLength(3);
      expect(classes[0]).toBeLessThan(4);
      expect(classes[1]).toBeLessThan(2);
      expect(classes[2]).toBeLessThan(4);
    }
    expect(embeddingView(record, { point: 0, arm: 0, evaluation: -1 }, 'en')).toBeNull();
  });
});

describe('images and answers', () => {
  const single: DigitsSource = {
    ...{ source: 'digits', images: 'single', samples: [50, 40, 30] },
    validationSamples: 20,
    testSamples: 40,
  };
  const pair: DigitsSource = {
    ...{ source: 'digits', images: 'pair', samples: [30, 30] },
    validationSamples: 20,
    testSamples: 40,
  };
  const glyphs = resolveTasks({ source: 'glyphs' });

  it.each([single, pair, glyphs])('are the first test rows that the networks of the first seed see', (source) => {
    if (source.source !== 'digits' && source.source !== 'glyphs') throw new Error('no images');
    const { images } = imageSamples(source, 5);
    const suite = source.source === 'digits' ? drawDigits(source, 5) : drawGlyphs(source, 5);
    expect(images).toHaveLength(12);
    images.forEach(({ pixels, truths }, row) => {
      expect(pixels).toEqual(suite.tasks[0]?.test.inputs.slice(row * suite.inputs, (row + 1) * suite.inputs));
      suite.tasks.forEach(({ shape, test }, task) => {
        const target = test.targets.subarray(row * shape.outputs, (row + 1) * shape.outputs);
        if (shape.outputs > 1) expect(target[truths[task] ?? -1]).toBe(1);
        else expect(target[0]).toBe(truths[task]);
      });
    });
  });

  it('finds the answer of an arm, task and row', () => {
    const record = madeRun({
      arms: [alone, arm('hard', HARD)],
      steps: [0],
      arrays: () => ({ predictions: Array.from({ length: 2 * 2 * 12 }, (_, i) => i) }),
    });
    const at = { point: 0, arm: 1, evaluation: -1 };
    expect(predictedClass(record, at, 1, 3)).toBe(24 + 12 + 3);
    expect(predictedClass({ ...record, evaluations: [] }, at, 1, 3)).toBeNull();
  });
});

describe('interpolationSeries', () => {
  const line = (top: number) => Array.from({ length: 11 }, (_, i) => 0.5 + top * (1 - Math.abs(i - 5) / 5));
  const zeros = new Array<number>(11).fill(0);
  const mixed = arm('mixed', { kind: 'cross-stitch', same: 0.9, rateFactor: 10 });
  const run = (tasks: readonly ReturnType<typeof error>[]) =>
    madeRun({
      arms: [alone, mixed],
      tasks,
      seeds: 1,
      steps: [0],
      arrays: () => ({ interpolation: [...line(0.25), ...zeros] }),
    });

  it('runs from the one trunk to the other, for arms with rows', () => {
    const series = interpolationSeries(run([error('a'), error('b')]), { point: 0, evaluation: -1 });
    expect(series).toHaveLength(1);
    expect(series[0]?.steps[10]).toBe(1);
    expect(series[0]?.mean[5]).toBe(0.75);
  });

  it('draws the wrong answers where right ones are counted', () => {
    const record = run([accuracy('a'), accuracy('b')]);
    expect(lineQuantity(record)).toBe('wrong');
    expect(interpolationSeries(record, { point: 0, evaluation: -1 })[0]?.mean[5]).toBe(0.25);
    expect(lineQuantity(run([accuracy('a'), error('b')]))).toBe('score');
  });
});

describe('names of tasks', () => {
  it('has words for every task that is called by a name of the catalogue', () => {
    const others = Object.keys(en.task).filter((name) => !['first', 'second', 'species', 'sex', 'mass'].includes(name));
    expect([...SOURCE_TASKS].sort()).toEqual(others.sort());
  });
});
