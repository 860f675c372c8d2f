import { describe, expect, it } from 'vitest';
import { matmul, matrix, SingularMatrixError, solve, transpose, type Matrix } from './linear';
import { createStream, fillNormal } from './random';

function of(rows: readonly (readonly number[])[]): Matrix {
  return matrix(rows.length, rows[0]?.length ?? 0, Float64Array.from(rows.flat()));
}
function random(rows: number, columns: number, sub: number): Matrix {
  const result = matrix(rows, columns);
  fillNormal(createStream(0, 'resampling', sub), result.data);
  return result;
}

describe('matmul, transpose', () => {
  const a = of([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  it('agree with a hand-made product', () => {
    expect([...matmul(a, transpose(a)).data]).toEqual([14, 32, 32, 77]);
    expect([...matmul(transpose(a), a).data]).toEqual([17, 22, 27, 22, 29, 36, 27, 36, 45]);
    expect([...transpose(a).data]).toEqual([1, 4, 2, 5, 3, 6]);
  });

  it('refuse sizes that do not fit', () => {
    expect(() => matmul(a, a)).toThrow(RangeError);
    expect(() => matrix(2, 2, new Float64Array(3))).toThrow(RangeError);
  });
});

describe('solve', () => {
  it('solves a system that needs a row exchange', () => {
    const a = of([
      [0, 2],
      [4, 1],
    ]);
    expect([...solve(a, of([[6], [11]])).data]).toEqual([2, 3]);
  });

  it('gives back what was multiplied, for several right-hand sides, and changes nothing', () => {
    for (const n of [1, 2, 5, 40]) {
      const a = random(n, n, n);
      const x = random(n, 3, 1000 + n);
      const b = matmul(a, x);
      const before = [a.data.slice(), b.data.slice()];
      const solved = solve(a, b).data;
      solved.forEach((value, i) => expect(value).toBeCloseTo(x.data[i] ?? NaN, 9));
      expect([a.data, b.data]).toEqual(before);
    }
  });

  it('says so when there is no unique solution', () => {
    const rankOne = of([
      [1, 2],
      [2, 4],
    ]);
    expect(() => solve(rankOne, of([[1], [1]]))).toThrow(SingularMatrixError);
    expect(() => solve(matrix(2, 2), of([[1], [1]]))).toThrow(SingularMatrixError);
    expect(() => solve(of([[NaN]]), of([[1]]))).toThrow(SingularMatrixError);
    expect(() => solve(of([[1, 2]]), of([[1]]))).toThrow(RangeError);
  });

  it('does not take a small matrix for a singular one', () => {
    const [x] = solve(of([[1e-200]]), of([[3e-200]])).data;
    expect(x).toBeCloseTo(3, 12);
  });
});
