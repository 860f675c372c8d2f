import { fromBase64 } from '../spec/base64';
import file from './data/digits/digits.json';

/** Pixels along one side of an image. */
export const DIGIT_SIDE = file.side;
const PIXELS = DIGIT_SIDE * DIGIT_SIDE;

/** Digit by digit: images 0..199 show a 0, 200..399 a 1, and so on. */
export const DIGIT_COUNT = 10 * file.perDigit;

/** What image number `image` shows, 0..9. */
export function digitOf(image: number): number {
  return Math.floor(image / file.perDigit);
}

/** Grey levels 0..15, two a byte, unpacked once. */
function unpack(): Uint8Array {
  const bytes = fromBase64(file.pixels);
  if (bytes?.length !== (DIGIT_COUNT * PIXELS) / 2) throw new Error('the images of the digits are damaged');
  const levels = new Uint8Array(2 * bytes.length);
  bytes.forEach((byte, i) => levels.set([byte >>> 4, byte & 15], 2 * i));
  return levels;
}

let levels: Uint8Array | undefined;

/**
 * Image number `image`, 14 x 14 row by row, brightness 0 (background) .. 1. MNIST (Y. LeCun, C. Cortes, C.J.C. Burges),
 * CC BY-SA 3.0, made smaller: data/digits/LICENSE.
 * @throws RangeError when there is no such image
 */
export function digitImage(image: number): Float32Array {
  if (!Number.isInteger(image) || image < 0 || image >= DIGIT_COUNT) throw new RangeError(`there is no image ${image}`);
  levels ??= unpack();
  return Float32Array.from(levels.subarray(image * PIXELS, (image + 1) * PIXELS), (level) => level / (file.levels - 1));
}
