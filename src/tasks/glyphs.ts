/**
 * Images of two small digits over each other; see `spec/sources/glyphs.ts` for how they are made.
 * Digits, shifts, kept pixels, brightness and noise have their own streams: another noise or another probability changes
 * the images in nothing else, and a pixel kept at a low probability is kept at every higher one.
 */
import { createStream, type RandomStream } from '../numeric/random';
import { GLYPH_CANVAS, type GlyphsSource } from '../spec/sources/glyphs';
import { drawTasks, type SplitNumber } from './drawRows';
import { GLYPH_HEIGHT, GLYPH_WIDTH, GLYPHS } from './glyphBitmaps';
import type { TaskSuite } from './taskSuite';

const PIXELS = GLYPH_CANVAS.height * GLYPH_CANVAS.width;
const INK = GLYPH_HEIGHT * GLYPH_WIDTH;
const BRIGHTNESS = { min: 0.6, max: 1 } as const;
/** Row and column of the unshifted left and right glyph. */
const CORNERS: readonly number[] = [0, 3];

interface Images {
  readonly inputs: Float32Array;
  /** Digit of the left (2 i) and right (2 i + 1) glyph of image i. */
  readonly digits: Uint8Array;
}

export function drawGlyphs(source: GlyphsSource, seed: number): TaskSuite {
  const drawn = new Map<SplitNumber, Images>();
  const imagesOf = (split: SplitNumber, rows: number): Images => {
    const images = drawn.get(split) ?? drawImages(source, seed, split, rows);
    drawn.set(split, images);
    return images;
  };
  const tasks = drawTasks(source, (side) => (split, rows) => {
    const { inputs, digits } = imagesOf(split, rows);
    const targets = new Float32Array(rows * GLYPHS.length);
    for (let row = 0; row < rows; row++) targets[row * GLYPHS.length + (digits[2 * row + side] ?? 0)] = 1;
    return { rows, inputs, targets, clean: null };
  });
  return { inputs: PIXELS, tasks, fresh: null };
}

function drawImages(source: GlyphsSource, seed: number, split: SplitNumber, rows: number): Images {
  const streams = {
    digits: createStream(seed, 'glyphs.digits', split),
    shift: createStream(seed, 'glyphs.shift', split),
    kept: createStream(seed, 'glyphs.kept', split),
    brightness: createStream(seed, 'glyphs.brightness', split),
  };
  const noise = createStream(seed, 'glyphs.noise', split);
  const inputs = new Float32Array(rows * PIXELS);
  const digits = new Uint8Array(2 * rows);
  for (let row = 0; row < rows; row++) {
    const canvas = inputs.subarray(row * PIXELS, (row + 1) * PIXELS);
    CORNERS.forEach((corner, side) => {
      const at = 2 * row + side;
      const digit = Math.floor(GLYPHS.length * streams.digits.uniform(at));
      digits[at] = digit;
      stamp(canvas, GLYPHS[digit] ?? [], corner, source.keep, at, streams);
    });
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      canvas[pixel] = (canvas[pixel] ?? 0) + source.noise * noise.normal(row * PIXELS + pixel);
    }
  }
  return { inputs, digits };
}

/** Draws glyph number `at` of the split onto the canvas; where ink meets ink, the brighter stays. */
function stamp(
  canvas: Float32Array,
  glyph: readonly boolean[],
  corner: number,
  keep: number,
  at: number,
  streams: Readonly<Record<'shift' | 'kept' | 'brightness', RandomStream>>,
): void {
  const top = corner + (streams.shift.uniform(2 * at) < 0.5 ? 0 : 1);
  const left = corner + (streams.shift.uniform(2 * at + 1) < 0.5 ? 0 : 1);
  const brightness = BRIGHTNESS.min + (BRIGHTNESS.max - BRIGHTNESS.min) * streams.brightness.uniform(at);
  glyph.forEach((ink, i) => {
    if (!ink || streams.kept.uniform(at * INK + i) >= keep) return;
    const pixel = (top + Math.floor(i / GLYPH_WIDTH)) * GLYPH_CANVAS.width + left + (i % GLYPH_WIDTH);
    canvas[pixel] = Math.max(canvas[pixel] ?? 0, brightness);
  });
}
