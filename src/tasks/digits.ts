/**
 * Handwritten digits, one or two in an image. A seed splits the 2,000 images into three pools (120/40/40 of each digit), and
 * training, validation and test draw from their own pool only: no handwriting that was learnt from is tested on.
 *
 * `pair`, after MultiMNIST: there, two images of 28 x 28 lie at (0, 0) and (6, 6) of a canvas of 36 x 36, which is then
 * shrunk to 28 x 28. Here they stay at 14 x 14: the ink of an image keeps to its middle 10 x 10 pixels (97 % of it), so the left
 * digit lies at (-2, -2) and the right one at (1, 1) of a canvas of 14 x 14, each moved by 0 or 1 pixel down and right; what
 * stands out over the edge is cut off. Where both have ink the brighter counts. Equal digits may meet.
 */
import { createStream, permutation, type RandomStream } from '../numeric/random';
import { DIGIT_INPUTS, type DigitsSource } from '../spec/sources/digits';
import { taskShapes } from '../spec/taskShapes';
import { DIGIT_COUNT, DIGIT_SIDE, digitImage, digitOf } from './digitImages';
import { stratifiedSplit, type StratifiedSplit } from './stratify';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';

const PARTS = ['train', 'validation', 'test'] as const;
type Part = (typeof PARTS)[number];

const LEFT_CORNER = -2;
const RIGHT_CORNER = 1;

/** Images of one part: n x 196 pixels, and which digits each row shows (one, or left and right). */
interface DigitRows {
  readonly inputs: Float32Array;
  readonly digits: readonly (readonly number[])[];
}

/** The images each part of a seed may use, by number; disjoint, 120, 40 and 40 of each digit. */
export function digitPools(seed: number): StratifiedSplit {
  const labels = Array.from({ length: DIGIT_COUNT }, (_, image) => digitOf(image));
  return stratifiedSplit(labels, (digit) => createStream(seed, 'digits.pools', digit));
}

/** Lays an image over the canvas with its upper left corner at (top, left); the brighter pixel stays. */
function overlay(canvas: Float32Array, image: Float32Array, top: number, left: number): void {
  for (let y = Math.max(0, -top); y < Math.min(DIGIT_SIDE, DIGIT_SIDE - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(DIGIT_SIDE, DIGIT_SIDE - left); x++) {
      const at = (y + top) * DIGIT_SIDE + x + left;
      canvas[at] = Math.max(canvas[at] ?? 0, image[y * DIGIT_SIDE + x] ?? 0);
    }
  }
}

/** `rows` pairs of the pool; more rows extend fewer. */
function drawPairs(pool: readonly number[], rows: number, stream: RandomStream): DigitRows {
  const inputs = new Float32Array(rows * DIGIT_INPUTS);
  const digits = Array.from({ length: rows }, (_, row) => {
    const canvas = inputs.subarray(row * DIGIT_INPUTS, (row + 1) * DIGIT_INPUTS);
    return [LEFT_CORNER, RIGHT_CORNER].map((corner, side) => {
      const draw = (k: number, choices: number) => Math.floor(stream.uniform(6 * row + 3 * side + k) * choices);
      const image = pool[draw(0, pool.length)] ?? 0;
      overlay(canvas, digitImage(image), corner + draw(1, 2), corner + draw(2, 2));
      return digitOf(image);
    });
  });
  return { inputs, digits };
}

/**
 * `rows` different images of the pool, in random order; more rows extend fewer.
 * @throws RangeError when the pool has fewer
 */
function drawSingles(pool: readonly number[], rows: number, stream: RandomStream): DigitRows {
  if (rows > pool.length) throw new RangeError(`there are ${pool.length} images, not ${rows}`);
  const inputs = new Float32Array(rows * DIGIT_INPUTS);
  const order = permutation(stream, pool.length).subarray(0, rows);
  const digits = Array.from(order, (position, row) => {
    const image = pool[position] ?? 0;
    inputs.set(digitImage(image), row * DIGIT_INPUTS);
    return [digitOf(image)];
  });
  return { inputs, digits };
}

const oneHot = (digit: number) => Array.from({ length: 10 }, (_, k) => (k === digit ? 1 : 0));

/** Target numbers of a task for the digits of one row. */
const TARGETS: Readonly<Record<DigitsSource['images'], readonly ((digits: readonly number[]) => readonly number[])[]>> =
  {
    pair: [([left = 0]) => oneHot(left), ([, right = 0]) => oneHot(right)],
    // Parity: 1 = odd.
    single: [([digit = 0]) => oneHot(digit), ([digit = 0]) => [digit % 2], ([digit = 0]) => [digit >= 5 ? 1 : 0]],
  };

/**
 * Tasks with equally many training rows hold the same `inputs` object; one with fewer has the beginning of the same list.
 * @throws RangeError when single images are asked for that there are not.
 */
export function drawDigits(source: DigitsSource, seed: number): TaskSuite {
  const pools = digitPools(seed);
  const rows: Readonly<Record<Part, number>> = {
    train: Math.max(...source.samples),
    validation: source.validationSamples,
    test: source.testSamples,
  };
  const draw = (part: Part): DigitRows =>
    source.images === 'pair'
      ? drawPairs(pools[part], rows[part], createStream(seed, 'digits.pairs', PARTS.indexOf(part)))
      : drawSingles(pools[part], rows[part], createStream(seed, 'digits.single', PARTS.indexOf(part)));
  const drawn = { train: draw('train'), validation: draw('validation'), test: draw('test') };

  const tasks = taskShapes(source).map((shape, task): TaskData => {
    const target = TARGETS[source.images][task];
    if (target === undefined) throw new RangeError(`there is no task ${task}`);
    const split = (part: Part, count: number): TaskSplit => {
      const { inputs, digits } = drawn[part];
      return {
        rows: count,
        inputs: count === rows[part] ? inputs : inputs.slice(0, count * DIGIT_INPUTS),
        targets: Float32Array.from(digits.slice(0, count).flatMap((shown) => target(shown))),
        clean: null,
      };
    };
    return {
      shape,
      train: split('train', source.samples[task] ?? 0),
      validation: split('validation', rows.validation),
      test: split('test', rows.test),
    };
  });
  return { inputs: DIGIT_INPUTS, tasks, fresh: null };
}
