/**
 * Two digits drawn over each other, without a download (E9, after MultiMNIST): which is the left one, which the right.
 * Glyphs of 7 x 5 pixels on a canvas of 11 x 9, the left one at row and column 0, the right one at 3, each shifted by 0 or
 * 1 pixel both ways. A pixel of a glyph is kept with probability `keep`, a glyph's brightness is U(0.6, 1), overlapping
 * pixels take the brighter value, and every pixel of the canvas gets normal noise. Both tasks see the same images.
 * Sener and Koltun 2018 made MultiMNIST so; published numbers stand in E9.
 */
import * as z from 'zod/mini';
import { exactly, number, record } from '../fields';
import type { TaskShape } from '../taskShape';
import type { SourceDescription } from './description';
import { heldOutFields, HELD_OUT_DEFAULTS, withHeldOut, type HeldOutRows } from './heldOutRows';

/** Pixels of the canvas. */
export const GLYPH_CANVAS = { height: 11, width: 9 } as const;

export interface GlyphsSource extends HeldOutRows {
  readonly source: 'glyphs';
  /** Training rows, the same for both tasks. */
  readonly samples: number;
  /** Probability that a pixel of a glyph is there. */
  readonly keep: number;
  /** Standard deviation of the noise on each pixel. */
  readonly noise: number;
}

const DEFAULTS = { samples: 3_000, keep: 0.95, noise: 0.15, ...HELD_OUT_DEFAULTS } as const;

const fields = record(
  {
    source: exactly('glyphs'),
    samples: z.exactOptional(number('samples', 'Training images. Default: 3,000.')),
    keep: z.exactOptional(number('probability', 'Of a pixel of a glyph to be there. Default: 0.95.')),
    noise: z.exactOptional(number('noise', 'Standard deviation of the noise on pixels. Default: 0.15.')),
    ...heldOutFields,
  },
  'Images of two small digits over each other; the harder variant has keep 0.85 and noise 0.3.',
);

const SHAPES: readonly TaskShape[] = ['left', 'right'].map((name) => ({
  name,
  loss: 'softmax',
  outputs: 10,
  score: 'accuracy',
}));

export const glyphs: SourceDescription<typeof fields, GlyphsSource> = {
  fields,
  resolve: (written) => ({ ...DEFAULTS, ...written }),
  shapes: () => SHAPES,
  inputs: () => GLYPH_CANVAS.height * GLYPH_CANVAS.width,
  rows: (source) => SHAPES.map(() => withHeldOut(source, source.samples)),
  check: () => [],
  sweeps: {
    noise: (source, value) => ({ ...source, noise: value }),
    samples: (source, value) => ({ ...source, samples: value }),
  },
};
