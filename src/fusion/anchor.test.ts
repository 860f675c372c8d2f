import { describe, expect, it } from 'vitest';
import { pooledLeastSquares, taskMoments } from '../numeric/softRidge';
import { anchoredLeastSquares, ewcAnchorGradient, l2AnchorGradient } from './anchor';
import { expectClose } from './expectClose.fixture';
import { normals } from './sampleTower.fixture';

const D = 3;
const TASK = taskMoments(normals(1, 12 * D), normals(2, 12));
const ANCHOR = normals(3, D);
const FISHER = normals(4, D).map(Math.abs);
const ROW = normals(5, D);

/** Gradient of |y - X w|^2 / n. */
const lossGradient = (w: Float64Array) =>
  w.map((_, i) => 2 * (w.reduce((sum, v, j) => sum + (TASK.gram.data[i * D + j] ?? 0) * v, 0) - (TASK.moment[i] ?? 0)));

function descend(gradient: (w: Float64Array) => Float64Array): Float64Array {
  let w = ROW;
  for (let step = 0; step < 4000; step++) {
    const g = gradient(w);
    w = w.map((value, i) => value - 0.05 * (g[i] ?? 0));
  }
  return w;
}
const sum = (a: Float64Array, b: Float64Array) => a.map((value, i) => value + (b[i] ?? 0));

describe('anchor penalties', () => {
  it('have the gradients that finite differences have', () => {
    const l2 = (w: Float64Array) => w.reduce((total, v, i) => total + 0.7 * (v - (ANCHOR[i] ?? 0)) ** 2, 0);
    const ewc = (w: Float64Array) =>
      w.reduce((total, v, i) => total + 0.35 * (FISHER[i] ?? 0) * (v - (ANCHOR[i] ?? 0)) ** 2, 0);
    ROW.forEach((_, i) => {
      const slope = (f: (w: Float64Array) => number) => {
        const at = (shift: number) => f(ROW.map((value, j) => (i === j ? value + shift : value)));
        return (at(1e-5) - at(-1e-5)) / 2e-5;
      };
      expect(l2AnchorGradient(ROW, ANCHOR, 0.7)[i]).toBeCloseTo(slope(l2), 8);
      expect(ewcAnchorGradient(ROW, ANCHOR, FISHER, 0.7)[i]).toBeCloseTo(slope(ewc), 8);
    });
  });

  it('vanish at the anchor; equal Fisher information 2 is the L2 anchor', () => {
    expectClose(l2AnchorGradient(ANCHOR, ANCHOR, 9), [0, 0, 0]);
    expectClose(ewcAnchorGradient(ANCHOR, ANCHOR, FISHER, 9), [0, 0, 0]);
    expectClose(ewcAnchorGradient(ROW, ANCHOR, [2, 2, 2], 0.3), l2AnchorGradient(ROW, ANCHOR, 0.3));
  });

  it.each([0, 0.1, 2])('descent ends at the closed form, lambda %f', (lambda) => {
    const end = descend((w) => sum(lossGradient(w), l2AnchorGradient(w, ANCHOR, lambda)));
    expectClose(end, anchoredLeastSquares(TASK, lambda, ANCHOR), 9);
  });
});

describe('anchoredLeastSquares', () => {
  it('goes from least squares to the anchor', () => {
    expectClose(anchoredLeastSquares(TASK, 0, ANCHOR), pooledLeastSquares([TASK]), 12);
    expectClose(anchoredLeastSquares(TASK, 1e9, ANCHOR), ANCHOR, 8);
    const zero = new Float64Array(D);
    expectClose(anchoredLeastSquares(TASK, 0.3, zero), pooledLeastSquares([TASK], 0.3), 12);
  });
});
