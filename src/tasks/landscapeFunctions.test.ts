import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANDSCAPE_STARTS } from '../spec/sources/landscape';
import { LANDSCAPE_OPTIMUM, LANDSCAPE_PARETO, landscapeAt } from './landscapeFunctions';

/** The formulas as the authors' code writes them, with the built-in functions. */
function asPublished(x1: number, x2: number): readonly [number, number] {
  const f1 = Math.log(Math.max(Math.abs(0.5 * (-x1 - 7) - Math.tanh(-x2)), 0.000005)) + 6;
  const f2 = Math.log(Math.max(Math.abs(0.5 * (-x1 + 3) + Math.tanh(-x2) + 2), 0.000005)) + 6;
  const c1 = Math.max(Math.tanh(x2 * 0.5), 0);
  const q1 = ((-x1 + 7) ** 2 + 0.1 * (-x2 - 8) ** 2) / 10 - 20;
  const q2 = ((-x1 - 7) ** 2 + 0.1 * (-x2 - 8) ** 2) / 10 - 20;
  const c2 = Math.max(Math.tanh(-x2 * 0.5), 0);
  return [f1 * c1 + q1 * c2, f2 * c1 + q2 * c2];
}

const coordinate = fc.integer({ min: -12_000_000, max: 12_000_000 }).map((value) => value / 1e6);

test('values are those of the published code', () => {
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      const { values } = landscapeAt(x, y);
      asPublished(x, y).forEach((value, i) => expect(values[i]).toBeCloseTo(value, 9));
    }),
    { numRuns: 500 },
  );
});

test('gradients are the slopes of the values', () => {
  let compared = 0;
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      const h = 1e-6;
      // Away from the kink at y = 0 and from the bottoms of the valleys, where the logarithm bends faster than h.
      const smooth = [(-x - 7) / 2 + Math.tanh(y), (-x + 7) / 2 - Math.tanh(y)].every((u) => Math.abs(u) > 0.02);
      if (Math.abs(y) < 1e-3 || !smooth) return;
      compared++;
      const { gradients } = landscapeAt(x, y);
      gradients.forEach((gradient, i) => {
        const value = (dx: number, dy: number) => landscapeAt(x + dx, y + dy).values[i] ?? NaN;
        expect(gradient[0]).toBeCloseTo((value(h, 0) - value(-h, 0)) / (2 * h), 5);
        expect(gradient[1]).toBeCloseTo((value(0, h) - value(0, -h)) / (2 * h), 5);
      });
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(300);
});

describe('known points', () => {
  const mean = (x: number, y: number) => {
    const [a, b] = landscapeAt(x, y).values;
    return (a + b) / 2;
  };

  test('the mean is lowest at the optimum, with the value of the table', () => {
    const { x, y, value } = LANDSCAPE_OPTIMUM;
    landscapeAt(x, y).values.forEach((each) => expect(each).toBeCloseTo(value, 4));
    for (let k = 0; k < 2000; k++) {
      expect(mean(-12 + ((k * 7) % 241) / 10, -12 + ((k * 11) % 239) / 10)).toBeGreaterThanOrEqual(mean(x, y) - 1e-9);
    }
    const [a, b] = landscapeAt(x, y).gradients;
    expect(a[0] + b[0]).toBeCloseTo(0, 9);
    expect(Math.abs(a[1] + b[1])).toBeLessThan(1e-5);
  });

  test('on the drawn segment the gradients nearly oppose each other; at its ends the true set lies at -8.434', () => {
    const { y } = LANDSCAPE_PARETO;
    for (const x of [-5, -2, 0, 3, 6]) {
      const [a, b] = landscapeAt(x, y).gradients;
      const cosine = (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(...a) * Math.hypot(...b));
      expect(cosine).toBeLessThan(-0.99);
    }
    // At x = -7 the second loss is at its lowest: its slope vanishes there.
    expect(Math.hypot(...landscapeAt(-7, -8.434).gradients[1])).toBeLessThan(1e-4);
    expect(Math.hypot(...landscapeAt(-7, y).gradients[1])).toBeGreaterThan(1e-4);
  });

  test('a run may start on the kink: the slope there is not zero', () => {
    const [a, b] = landscapeAt(0, 0).gradients;
    // Both clamps pass the gradient at zero: half the valley's value minus half the bowl's.
    expect(a[1]).toBeCloseTo((Math.log(3.5) + 6 - ((49 + 6.4) / 10 - 20)) / 2, 9);
    expect(b[1]).toBeCloseTo((Math.log(3.5) + 6 - ((49 + 6.4) / 10 - 20)) / 2, 9);
    expect([a, b].flat().every(Number.isFinite)).toBe(true);
  });

  test('at the bottom of a valley the slope is cut, not infinite', () => {
    // (-x - 7) / 2 + tanh(y) = 0 at y = 3
    const x = -7 + 2 * Math.tanh(3);
    const { values, gradients } = landscapeAt(x, 3);
    expect(values[0]).toBeCloseTo(Math.tanh(1.5) * (Math.log(5e-6) + 6), 3);
    expect(gradients.flat().every(Number.isFinite)).toBe(true);
  });

  test('the starts lie in the upper valleys and below them', () => {
    expect(LANDSCAPE_STARTS.map(([x, y]) => mean(x, y) > -10)).toEqual([true, true, true]);
  });
});
