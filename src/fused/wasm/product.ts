/**
 * Matrix product C = A B, the bulk of a step: C[r][c] = start + sum_k A[r][k] B[k][c], in the order of k.
 *
 * A block of C stays in registers while k runs: numbers of A are spread over a vector, rows of B are vectors. All strides
 * are known when the kernel is written, so addresses cost nothing; strides of A make the same kernel serve X W (forward),
 * dY W' (backward, on transposed weights) and X' dY (weight gradients).
 */
import type { FunctionScope, Local } from './functionScope';
import { f32x4, i32, I32, V128, type Code } from './instructions';
import { inBlocks, repeat } from './loops';

const FLOAT = 4;
const VECTOR = 16;
/** Rows of C in a block, by its columns in vectors: at most nine accumulators leave registers for the rest. */
const BLOCK_ROWS: Readonly<Record<number, readonly number[]>> = { 1: [8, 2, 1], 2: [4, 1] };

/** A count: known when the kernel is written, or in a variable that it may use up. */
export type Count = number | { readonly variable: Code };

export interface Product {
  /** Rows of C. */
  readonly rows: Count;
  /** Length of the sums. */
  readonly terms: Count;
  /** Columns of C in vectors of four. */
  readonly vectors: number;
  readonly a: { readonly address: Code; readonly rowStride: number; readonly termStride: number };
  readonly b: { readonly address: Code; readonly termStride: number };
  readonly c: { readonly address: Code; readonly rowStride: number };
  /** Where the sums begin, by vector of columns: a bias; absent = zero. */
  readonly start?: (vector: number) => Code;
  /**
   * What becomes of a finished vector before it is stored.
   * @param peek the vector that lies `distance` bytes (>= 0) after the place where this one goes
   */
  readonly finish?: (sum: Code, peek: (distance: number) => Code) => Code;
}

/** All strides in numbers of floats. */
export function product(scope: FunctionScope, task: Product): Code {
  const code: number[] = [];
  for (let first = 0; first < task.vectors; first += 2) {
    code.push(...columnBlock(scope, task, first, Math.min(2, task.vectors - first)));
  }
  return code;
}

/** All rows of `width` vectors of columns from vector `first` on. */
function columnBlock(scope: FunctionScope, task: Product, first: number, width: number): Code {
  return scope.borrow(I32, (a) =>
    scope.borrow(I32, (c) => {
      const block = (height: number): Code => [
        ...registerBlock(scope, task, { a, c, first, width, height }),
        ...a.advance(height * task.a.rowStride * FLOAT),
        ...c.advance(height * task.c.rowStride * FLOAT),
      ];
      return [
        ...a.set(task.a.address),
        ...c.set(i32.add(task.c.address, i32.constant(first * VECTOR))),
        ...rowBlocks(scope, task.rows, BLOCK_ROWS[width] ?? [1], block),
      ];
    }),
  );
}

/** Covers all rows with blocks of the given heights, the highest first; the last height is 1. */
function rowBlocks(
  scope: FunctionScope,
  rows: Count,
  heights: readonly number[],
  block: (height: number) => Code,
): Code {
  if (typeof rows !== 'number') {
    return scope.borrow(I32, (left) => [
      ...left.set(rows.variable),
      ...heights.flatMap((height) => inBlocks(left, height, block(height))),
    ]);
  }
  let rest = rows;
  return heights.flatMap((height) => {
    const times = Math.floor(rest / height);
    rest %= height;
    return repeat(scope, times, () => block(height));
  });
}

interface Block {
  readonly a: Local;
  readonly c: Local;
  readonly first: number;
  readonly width: number;
  readonly height: number;
}

function registerBlock(scope: FunctionScope, task: Product, block: Block): Code {
  const { first, width, height } = block;
  return borrowMany(scope, width * height, (sums) =>
    scope.borrow(I32, (a) =>
      scope.borrow(I32, (b) => {
        const sum = (row: number, vector: number): Local => at(sums, row * width + vector);
        const cells = Array.from({ length: height * width }, (_, i) => [Math.floor(i / width), i % width] as const);
        const zero = f32x4.constant([0, 0, 0, 0]);
        const start = cells.flatMap(([row, vector]) => sum(row, vector).set(task.start?.(first + vector) ?? zero));
        // Written out several times in a row, the loop is slower: the compilers of browsers then run out of registers.
        const turn = (): Code => [
          ...multiplyAdd(scope, task, block, { a, b, sum }),
          ...a.advance(task.a.termStride * FLOAT),
          ...b.advance(task.b.termStride * FLOAT),
        ];
        const finish = task.finish ?? ((value: Code) => value);
        const stores = cells.flatMap(([row, vector]) => {
          const offset = (row * task.c.rowStride + vector * 4) * FLOAT;
          const peek = (distance: number): Code => f32x4.load(block.c.get, offset + distance);
          return f32x4.store(block.c.get, finish(sum(row, vector).get, peek), offset);
        });
        return [
          ...start,
          ...a.set(block.a.get),
          ...b.set(i32.add(task.b.address, i32.constant(first * VECTOR))),
          ...sumLoop(scope, task.terms, turn),
          ...stores,
        ];
      }),
    ),
  );
}

/** sums += A[row][k] * B[k] where the pointers stand. */
function multiplyAdd(
  scope: FunctionScope,
  task: Product,
  { width, height }: Block,
  { a, b, sum }: { a: Local; b: Local; sum: (row: number, vector: number) => Local },
): Code {
  return borrowMany(scope, width, (vectors) => [
    ...vectors.flatMap((vector, v) => vector.set(f32x4.load(b.get, v * VECTOR))),
    ...Array.from({ length: height }, (_, row) =>
      scope.borrow(V128, (number) => [
        ...number.set(f32x4.loadSplat(a.get, row * task.a.rowStride * FLOAT)),
        ...vectors.flatMap((vector, v) =>
          sum(row, v).set(f32x4.add(sum(row, v).get, f32x4.mul(number.get, vector.get))),
        ),
      ]),
    ).flat(),
  ]);
}

function sumLoop(scope: FunctionScope, terms: Count, turn: () => Code): Code {
  if (typeof terms === 'number') return repeat(scope, terms, turn);
  return scope.borrow(I32, (left) => [...left.set(terms.variable), ...inBlocks(left, 1, turn())]);
}

function borrowMany(scope: FunctionScope, count: number, use: (locals: readonly Local[]) => Code): Code {
  const take = (locals: readonly Local[]): Code =>
    locals.length === count ? use(locals) : scope.borrow(V128, (local) => take([...locals, local]));
  return take([]);
}

function at(locals: readonly Local[], index: number): Local {
  const local = locals[index];
  if (!local) throw new RangeError(`no register ${index}`);
  return local;
}
