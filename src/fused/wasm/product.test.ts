/** The matrix product against three plain loops in the same order, bit for bit: lanes add and round as one number does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, kernelBench } from '../testing/kernelBench';
import { f32x4, i32, I32, type Code } from './instructions';
import { product } from './product';

interface Case {
  readonly rows: number;
  readonly terms: number;
  readonly width: number;
  /** How A [rows, terms] lies in memory: row by row, or column by column; and numbers between its rows. */
  readonly transposed: boolean;
  readonly gap: number;
  /** Which counts are known when the kernel is written. */
  readonly knownRows: boolean;
  readonly knownTerms: boolean;
  readonly biased: boolean;
  /** finish: the finished sums times what lies in a second matrix like C. */
  readonly finished: boolean;
  readonly seed: number;
}

/** Numbers of very different size, so that every order of adding rounds differently. */
function numbers(length: number, seed: number): Float32Array {
  let state = seed * 2 + 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state / 2 ** 31) * 2 ** ((state >>> 8) % 6);
  });
}

function check(each: Case): void {
  const { rows, terms, width, transposed, gap, biased, finished } = each;
  const aStride = (transposed ? rows : terms) + gap;
  const a = numbers((transposed ? terms : rows) * aStride, each.seed);
  const b = numbers(terms * width, each.seed + 1);
  const bias = numbers(width, each.seed + 2);
  const factor = numbers(rows * width, each.seed + 3);
  const place = { rowStride: transposed ? 1 : aStride, termStride: transposed ? aStride : 1 };
  const bench = kernelBench([
    {
      name: 'product',
      write(scope) {
        const params = Array.from({ length: 6 }, () => scope.param(I32).get);
        const [aAt = [], bAt = [], cAt = [], biasAt = [], rowsLeft = [], termsLeft = []] = params;
        return product(scope, {
          rows: each.knownRows ? rows : { variable: rowsLeft },
          terms: each.knownTerms ? terms : { variable: termsLeft },
          vectors: width / 4,
          a: { address: aAt, ...place },
          b: { address: bAt, termStride: width },
          c: { address: i32.add(cAt, i32.constant(0)), rowStride: width },
          ...(biased && { start: (vector: number) => f32x4.load(biasAt, vector * 16) }),
          ...(finished && {
            finish: (sum: Code, peek: (distance: number) => Code) => f32x4.mul(sum, peek(rows * width * 4)),
          }),
        });
      },
    },
  ]);
  const [aAt, bAt, biasAt] = [bench.put(a), bench.put(b), bench.put(bias)];
  // The matrix that `finish` looks at lies right behind C; around both there is a border to be left alone.
  const around = bench.put([...new Float32Array(8).fill(7), ...new Float32Array(rows * width), ...factor, 7, 7, 7, 7]);
  bench.call('product', aAt, bAt, around + 32, biasAt, rows, terms);

  const expected = new Float32Array(rows * width);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < width; c++) {
      let sum = biased ? (bias[c] ?? NaN) : 0;
      for (let k = 0; k < terms; k++) {
        const left = a[r * place.rowStride + k * place.termStride] ?? NaN;
        sum = Math.fround(sum + Math.fround(left * (b[k * width + c] ?? NaN)));
      }
      expected[r * width + c] = finished ? Math.fround(sum * (factor[r * width + c] ?? NaN)) : sum;
    }
  }
  expect(bitsOf(bench.get(around + 32, rows * width))).toEqual(bitsOf(expected));
  expect([...bench.get(around, 8)]).toEqual(Array.from({ length: 8 }, () => 7));
  const behind = around + 32 + rows * width * 4;
  expect(bitsOf(bench.get(behind, rows * width))).toEqual(bitsOf(factor));
  expect([...bench.get(behind + rows * width * 4, 4)]).toEqual([7, 7, 7, 7]);
}

const PLAIN: Omit<Case, 'rows' | 'terms' | 'width' | 'seed'> = {
  transposed: false,
  gap: 0,
  knownRows: false,
  knownTerms: true,
  biased: false,
  finished: false,
};

describe('the matrix product', () => {
  it('is right for every number of rows up to 19, by rows and by columns', () => {
    for (let rows = 0; rows < 20; rows++) {
      check({ ...PLAIN, rows, terms: 5, width: 12, biased: true, seed: rows });
      check({ ...PLAIN, rows, terms: 3, width: 8, transposed: true, knownRows: true, knownTerms: false, seed: rows });
    }
  });

  it('is right for every width up to 40', () => {
    for (let width = 4; width <= 40; width += 4)
      check({ ...PLAIN, rows: 9, terms: 7, width, finished: true, seed: width });
  });

  it('is right for any sizes, strides and uses', () => {
    const cases = fc.record({
      rows: fc.integer({ min: 0, max: 19 }),
      terms: fc.integer({ min: 1, max: 40 }),
      width: fc.integer({ min: 1, max: 10 }).map((vectors) => 4 * vectors),
      transposed: fc.boolean(),
      gap: fc.integer({ min: 0, max: 3 }),
      knownRows: fc.boolean(),
      knownTerms: fc.boolean(),
      biased: fc.boolean(),
      finished: fc.boolean(),
      seed: fc.integer({ min: 0, max: 1e6 }),
    });
    fc.assert(fc.property(cases, check), { seed: 1, numRuns: 150 });
  });
});
