import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digits as description, DIGIT_POOLS, type DigitsSource } from '../spec/sources/digits';
import { splitRows, taskShapes } from '../spec/taskShapes';
import provenance from './data/digits/digits.provenance.json';
import { DIGIT_COUNT, digitImage, digitOf } from './digitImages';
import { digitPools } from './digits';
import { drawSuite } from './drawSuite';
import { partOf } from './testing/columns';

const PAIR = description.resolve({ source: 'digits', samples: [300, 300], validationSamples: 60, testSamples: 80 });
const SINGLE = description.resolve({ source: 'digits', images: 'single' });
const SEEDS = [0, 1, 99, 2 ** 32 - 1];

function file(name: string): Buffer {
  return readFileSync(new URL(`./data/digits/${name}`, import.meta.url));
}
function labelOf(targets: Float32Array, row: number): number {
  return targets.subarray(10 * row, 10 * row + 10).indexOf(1);
}
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

describe('the committed images', () => {
  it('have the checksum and the number their provenance states, and stay small', () => {
    expect(createHash('sha256').update(file('digits.json')).digest('hex')).toBe(provenance.sha256);
    expect(DIGIT_COUNT).toBe(provenance.rows);
    expect(file('digits.json').length).toBeLessThan(450_000);
  });

  it('keep licence and attribution beside them', () => {
    const licence = file('LICENSE').toString();
    expect(provenance.licence).toBe('CC-BY-SA-3.0');
    for (const words of ['LeCun', 'Cortes', 'Burges', provenance.licenceUrl, 'Changed']) {
      expect(licence).toContain(words);
      expect(provenance.attribution + provenance.licenceUrl).toContain(words);
    }
  });

  it('look like digits: ink in the middle, and a 0 has none in its centre while a 1 has', () => {
    for (let image = 0; image < DIGIT_COUNT; image++) {
      const pixels = digitImage(image);
      expect(pixels.length).toBe(196);
      expect(sum(pixels)).toBeGreaterThan(3);
      expect(Math.max(...pixels)).toBeLessThanOrEqual(1);
    }
    const centre = (digit: number) => {
      let total = 0;
      for (let k = 0; k < 200; k++) {
        const pixels = digitImage(200 * digit + k);
        total += (pixels[6 * 14 + 7] ?? 0) + (pixels[7 * 14 + 7] ?? 0);
      }
      return total / 400;
    };
    expect(centre(1)).toBeGreaterThan(3 * centre(0));
    expect(() => digitImage(2000)).toThrow(RangeError);
  });
});

describe('the pools of images', () => {
  it.each(SEEDS)('seed %i: disjoint, complete, 120 / 40 / 40 of each digit', (seed) => {
    const pools = digitPools(seed);
    const all = [...pools.train, ...pools.validation, ...pools.test].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: DIGIT_COUNT }, (_, image) => image));
    for (const part of ['train', 'validation', 'test'] as const) {
      for (let digit = 0; digit < 10; digit++) {
        expect(pools[part].filter((image) => digitOf(image) === digit).length).toBe(DIGIT_POOLS[part] / 10);
      }
    }
  });
});

describe.each([
  ['pair', PAIR],
  ['single', SINGLE],
])('digits, %s', (_, source: DigitsSource) => {
  it('has the shapes and sizes the spec layer announces', () => {
    const suite = drawSuite(source, 0);
    expect(suite.tasks.map((task) => task.shape)).toEqual(taskShapes(source));
    expect(
      suite.tasks.map(({ train, validation, test }) => ({
        train: train.rows,
        validation: validation.rows,
        test: test.rows,
      })),
    ).toEqual(splitRows(source));
    for (const { shape, train, validation, test } of suite.tasks) {
      for (const part of [train, validation, test]) {
        expect(part.inputs.length).toBe(part.rows * suite.inputs);
        expect(part.targets.length).toBe(part.rows * shape.outputs);
      }
    }
    expect(new Set(suite.tasks.map((task) => task.train.inputs)).size).toBe(1);
  });

  it('is repeatable, differs between seeds, and fewer rows are the beginning of more', () => {
    const small = { ...source, samples: source.samples.map(() => 40), validationSamples: 10, testSamples: 10 };
    expect(drawSuite(small, 3)).toEqual(drawSuite(small, 3));
    expect(drawSuite(small, 3).tasks[0]?.test).not.toEqual(drawSuite(small, 4).tasks[0]?.test);
    const all = partOf(drawSuite(small, 3), 1, 'train');
    const few = partOf(
      drawSuite({ ...small, samples: small.samples.map((rows, t) => (t === 1 ? 15 : rows)) }, 3),
      1,
      'train',
    );
    expect(few.rows).toBe(15);
    expect(few.inputs).toEqual(all.inputs.subarray(0, few.inputs.length));
    expect(few.targets).toEqual(all.targets.subarray(0, few.targets.length));
  });

  it.each(SEEDS)('seed %i: classes are about even', (seed) => {
    const { targets, rows } = partOf(drawSuite(source, seed), 0, 'train');
    const counts = new Array<number>(10).fill(0);
    for (let row = 0; row < rows; row++) counts[labelOf(targets, row)] = (counts[labelOf(targets, row)] ?? 0) + 1;
    expect(Math.min(...counts)).toBeGreaterThan(0.1 * rows - 4.5 * Math.sqrt(0.09 * rows));
  });
});

describe('pairs', () => {
  /** The two images of a row, found by their ink: every pixel is the brighter of a left and a right image of the pool. */
  it('show a left and a right image of their own pool, the brighter pixel of both', () => {
    const seed = 11;
    const data = drawSuite({ ...PAIR, samples: [3, 3], validationSamples: 1, testSamples: 6 }, seed);
    const pool = digitPools(seed).test;
    const [left, right] = [partOf(data, 0, 'test'), partOf(data, 1, 'test')];
    const shifted = (image: Float32Array, top: number, side: number) =>
      Float32Array.from({ length: 196 }, (_, at) => {
        const [y, x] = [Math.floor(at / 14) - top, (at % 14) - side];
        return y < 0 || x < 0 || y > 13 || x > 13 ? 0 : (image[14 * y + x] ?? 0);
      });
    for (let row = 0; row < 6; row++) {
      const canvas = left.inputs.subarray(196 * row, 196 * row + 196);
      // Candidates nowhere brighter than the canvas, on either side; together they must give it exactly.
      const fitting = (digit: number, corner: number) =>
        pool
          .filter((image) => digitOf(image) === digit)
          .flatMap((image) =>
            [0, 1].flatMap((dy) => [0, 1].map((dx) => shifted(digitImage(image), corner + dy, corner + dx))),
          )
          .filter((image) => image.every((value, at) => value <= (canvas[at] ?? 0)));
      const lefts = fitting(labelOf(left.targets, row), -2);
      const rights = fitting(labelOf(right.targets, row), 1);
      const together = lefts.some((a) =>
        rights.some((b) => canvas.every((value, at) => value === Math.max(a[at] ?? 0, b[at] ?? 0))),
      );
      expect(together).toBe(true);
    }
  });

  it('cut off little of the ink', () => {
    const data = partOf(drawSuite(PAIR, 5), 0, 'train');
    let edge = 0;
    for (let row = 0; row < data.rows; row++) edge += data.inputs[196 * row + 13] ?? 0;
    expect(edge / data.rows).toBeLessThan(0.02);
  });
});

describe('single digits', () => {
  it('are different images, and the three answers belong to one image', () => {
    const suite = drawSuite(SINGLE, 2);
    const [digit, parity, large] = [0, 1, 2].map((task) => partOf(suite, task, 'test').targets);
    const seen = new Set<string>();
    for (let row = 0; row < 400; row++) {
      const label = labelOf(digit ?? new Float32Array(), row);
      expect(parity?.[row]).toBe(label % 2);
      expect(large?.[row]).toBe(label > 4 ? 1 : 0);
      seen.add(
        partOf(suite, 0, 'test')
          .inputs.subarray(196 * row, 196 * row + 196)
          .join(),
      );
    }
    expect(seen.size).toBe(400);
  });

  it('are refused where there are too few images', () => {
    const check = (written: Parameters<typeof description.check>[0]) => description.check(written, ['tasks']);
    expect(check({ source: 'digits', images: 'single', samples: [1200, 1200, 1] })).toEqual([]);
    expect(check({ source: 'digits', images: 'single', samples: [1201, 5, 5], testSamples: 401 })).toMatchObject([
      { path: ['tasks', 'samples', 0], code: 'out-of-range', params: { max: 1200 } },
      { path: ['tasks', 'testSamples'], code: 'out-of-range', params: { max: 400 } },
    ]);
    expect(check({ source: 'digits', samples: [5000] })).toMatchObject([{ code: 'length-mismatch' }]);
    expect(() => drawSuite({ ...SINGLE, samples: [1201, 5, 5] }, 1)).toThrow(RangeError);
  });
});
