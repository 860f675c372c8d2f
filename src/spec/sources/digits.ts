/**
 * Handwritten digits (real, a part of MNIST at 14 x 14 pixels). `pair`: two digits over each other, which is left and which is
 * right, after MultiMNIST (Sabour et al. 2017; Sener & Koltun 2018). `single`: one digit, asked for in three ways.
 */
import * as z from 'zod/mini';
import { choice, exactly, list, number, record } from '../fields';
import { LIMITS } from '../limits';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';
import type { SourceDescription } from './description';

const IMAGES = ['pair', 'single'] as const;

/** Pixels of an image, row by row: 14 x 14. */
export const DIGIT_INPUTS = 196;

/** Of 2,000 images, those that training, validation and test may use: 120, 40 and 40 of each digit. */
export const DIGIT_POOLS = { train: 1200, validation: 400, test: 400 } as const;

export interface DigitsSource {
  readonly source: 'digits';
  readonly images: (typeof IMAGES)[number];
  /** Training rows of each task: the first so many of one common list of images. */
  readonly samples: readonly number[];
  readonly validationSamples: number;
  readonly testSamples: number;
}

const DEFAULTS = {
  pair: { samples: 1500, validationSamples: 400, testSamples: 500 },
  single: { samples: 1000, validationSamples: 400, testSamples: 400 },
} as const satisfies Record<DigitsSource['images'], unknown>;

const fields = record(
  {
    source: exactly('digits'),
    images: z.exactOptional(
      choice(IMAGES, 'Two overlapping digits (default; tasks left, right) or one (digit, parity, atLeastFive).'),
    ),
    samples: z.exactOptional(
      list(
        number('samples', 'Training rows of the task.'),
        'tasks',
        'One entry per task. Default: 1500; single: 1000.',
      ),
    ),
    validationSamples: z.exactOptional(number('samples', 'Validation rows of each task. Default: 400.')),
    testSamples: z.exactOptional(number('samples', 'Test rows of each task. Default: 500; single: 400.')),
  },
  'Handwritten digits at 14 x 14 pixels: two over each other, or one.',
);

const SHAPES: Readonly<Record<DigitsSource['images'], readonly TaskShape[]>> = {
  pair: [
    { name: 'left', loss: 'softmax', outputs: 10, score: 'accuracy' },
    { name: 'right', loss: 'softmax', outputs: 10, score: 'accuracy' },
  ],
  single: [
    { name: 'digit', loss: 'softmax', outputs: 10, score: 'accuracy' },
    { name: 'parity', loss: 'sigmoid', outputs: 1, score: 'accuracy' },
    { name: 'atLeastFive', loss: 'sigmoid', outputs: 1, score: 'accuracy' },
  ],
};

export const digits: SourceDescription<typeof fields, DigitsSource> = {
  fields,
  resolve(written) {
    const images = written.images ?? 'pair';
    const defaults = DEFAULTS[images];
    return {
      source: 'digits',
      images,
      samples: written.samples ?? SHAPES[images].map(() => defaults.samples),
      validationSamples: written.validationSamples ?? defaults.validationSamples,
      testSamples: written.testSamples ?? defaults.testSamples,
    };
  },
  shapes: (source) => SHAPES[source.images],
  inputs: () => DIGIT_INPUTS,
  rows: (source) =>
    source.samples.map((train) => ({ train, validation: source.validationSamples, test: source.testSamples })),
  check({ images = 'pair', samples, validationSamples, testSamples }, path) {
    const expected = SHAPES[images].length;
    const lengths: SpecProblem[] =
      samples === undefined || samples.length === expected
        ? []
        : [{ path: [...path, 'samples'], code: 'length-mismatch', params: { found: samples.length, expected } }];
    // Pairs can be drawn without end, but no single image is shown twice.
    if (images === 'pair') return lengths;
    return [
      ...lengths,
      ...(samples ?? []).flatMap((found, task) => tooMany(found, DIGIT_POOLS.train, [...path, 'samples', task])),
      ...tooMany(validationSamples, DIGIT_POOLS.validation, [...path, 'validationSamples']),
      ...tooMany(testSamples, DIGIT_POOLS.test, [...path, 'testSamples']),
    ];
  },
  sweeps: {
    samples: (source, value, task) => ({
      ...source,
      samples: source.samples.map((rows, index) =>
        task === undefined || task === SHAPES[source.images][index]?.name ? value : rows,
      ),
    }),
  },
  // Different pairs show the same images: folds of them would be learnt from and validated on the same handwriting.
  canFold: (source) => source.images === 'single',
};

function tooMany(found: number | undefined, max: number, path: readonly (string | number)[]): readonly SpecProblem[] {
  const params = { found: found ?? 0, expect: 'integer', min: LIMITS.samples.min, max };
  return found === undefined || found <= max ? [] : [{ path, code: 'out-of-range', params }];
}
