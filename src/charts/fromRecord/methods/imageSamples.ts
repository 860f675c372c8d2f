import { SHOWN_ROWS } from '../../../training/events';
import type { DigitsSource } from '../../../spec/sources/digits';
import { GLYPH_CANVAS, type GlyphsSource } from '../../../spec/sources/glyphs';
import { drawDigits } from '../../../tasks/digits';
import { DIGIT_SIDE } from '../../../tasks/digitImages';
import { drawGlyphs } from '../../../tasks/glyphs';
import type { TaskSuite } from '../../../tasks/taskSuite';

export interface ImageSamples {
  /** Pixels in a row of the images. */
  readonly columns: number;
  readonly images: readonly {
    readonly pixels: Float32Array;
    /** True class of every task. */
    readonly truths: readonly number[];
  }[];
}

/** The first test rows of a source of images. Only they are drawn: more rows extend fewer, and each split has its own stream. */
export function imageSamples(source: DigitsSource | GlyphsSource, seed: number): ImageSamples {
  const rows = Math.min(SHOWN_ROWS, source.testSamples);
  const suite = source.source === 'digits' ? fewDigits(source, seed, rows) : fewGlyphs(source, seed, rows);
  return {
    columns: source.source === 'digits' ? DIGIT_SIDE : GLYPH_CANVAS.width,
    images: Array.from({ length: rows }, (_, row) => ({
      pixels: suite.tasks[0]?.test.inputs.slice(row * suite.inputs, (row + 1) * suite.inputs) ?? new Float32Array(0),
      truths: suite.tasks.map(({ shape, test }) => {
        const answer = test.targets.subarray(row * shape.outputs, (row + 1) * shape.outputs);
        return shape.loss === 'softmax' ? answer.indexOf(1) : (answer[0] ?? 0);
      }),
    })),
  };
}

function fewDigits(source: DigitsSource, seed: number, rows: number): TaskSuite {
  const samples = source.samples.map(() => 1);
  return drawDigits({ ...source, samples, validationSamples: 1, testSamples: rows }, seed);
}

function fewGlyphs(source: GlyphsSource, seed: number, rows: number): TaskSuite {
  return drawGlyphs({ ...source, samples: 1, validationSamples: 1, testSamples: rows }, seed);
}
