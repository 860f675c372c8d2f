import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrinkAbsolute, shrinkTrace } from './proximalRows';

const number = fc.float({ min: -4, max: 4, noNaN: true });
const rowsOf = (tasks: number, columns: number) =>
  fc.array(number, { minLength: tasks * columns, maxLength: tasks * columns });

describe('the l1 step', () => {
  /** |z - x|^2 / 2 + s sum_{t<u} |z_t - z_u| */
  const objective = (z: ArrayLike<number>, x: ArrayLike<number>, s: number): number => {
    let sum = 0;
    for (let t = 0; t < x.length; t++) {
      sum += ((z[t] ?? 0) - (x[t] ?? 0)) ** 2 / 2;
      for (let u = 0; u < t; u++) sum += s * Math.abs((z[t] ?? 0) - (z[u] ?? 0));
    }
    return sum;
  };

  it('is nowhere beaten by a change of one number or of two together', () => {
    fc.assert(
      fc.property(rowsOf(4, 1), fc.double({ min: 0.01, max: 1, noNaN: true }), (values, s) => {
        const x = Float32Array.from(values);
        const z = Float32Array.from(x);
        shrinkAbsolute(z, 4, 1, 1, s);
        const best = objective(z, x, s);
        for (const by of [-0.05, -0.005, 0.005, 0.05]) {
          for (let mask = 1; mask < 16; mask++) {
            const moved = Array.from(z, (value, t) => value + ((mask >> t) % 2) * by);
            expect(objective(moved, x, s)).toBeGreaterThan(best - 1e-5);
          }
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('ties two rows exactly when they are within 2 s, and else brings each s nearer', () => {
    const rows = Float32Array.from([0, 5, 1, 9]);
    shrinkAbsolute(rows, 2, 2, 2, 0.75);
    expect(rows[0]).toBe(rows[2]);
    expect([rows[1], rows[3]]).toEqual([5.75, 8.25]);
  });
});

describe('the trace step', () => {
  const singular = (rows: ArrayLike<number>, columns: number): readonly [number, number] => {
    // Of two rows, from trace and determinant of the Gramian.
    let [a, b, c] = [0, 0, 0];
    for (let j = 0; j < columns; j++) {
      const [x = 0, y = 0] = [rows[j], rows[columns + j]];
      a += x * x;
      b += x * y;
      c += y * y;
    }
    const root = Math.sqrt(((a - c) / 2) ** 2 + b * b);
    return [Math.sqrt(Math.max(0, (a + c) / 2 + root)), Math.sqrt(Math.max(0, (a + c) / 2 - root))];
  };

  it('lowers every singular value by the strength, to zero at the least', () => {
    fc.assert(
      fc.property(rowsOf(2, 5), fc.double({ min: 0.01, max: 3, noNaN: true }), (values, s) => {
        const rows = Float32Array.from(values);
        const before = singular(rows, 5);
        shrinkTrace(rows, 2, 5, 0, 5, s);
        const after = singular(rows, 5);
        before.forEach((value, k) => expect(after[k]).toBeCloseTo(Math.max(0, value - s), 3));
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('touches no column outside of the layer', () => {
    const rows = Float32Array.from([1, 2, 3, 4, 5, 6]);
    shrinkTrace(rows, 2, 3, 1, 2, 0.5);
    expect([rows[0], rows[2], rows[3], rows[5]]).toEqual([1, 3, 4, 6]);
    expect(rows[1]).toBeLessThan(2);
  });
});
