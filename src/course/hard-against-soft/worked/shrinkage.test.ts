import { describe, expect, it } from 'vitest';
import { bestLambda, differenceAtAngle, risk, shrinkage, type TwoLinearTasks } from './shrinkage';

const tasks: TwoLinearTasks = { samples: 30, dimension: 10, noise: 0.5, difference: differenceAtAngle(45) };

describe('soft sharing in closed form', () => {
  it('is alone at lambda 0 and hard at infinity', () => {
    const single = (0.5 ** 2 * 10) / 30;
    expect(risk(tasks, 0)).toEqual({ wobble: single, flattening: 0, total: single });
    expect(shrinkage(Infinity)).toBe(0);
    expect(risk(tasks, Infinity).wobble).toBeCloseTo(single / 2, 12);
    expect(risk(tasks, Infinity).flattening).toBeCloseTo(tasks.difference ** 2 / 4, 12);
  });

  it('has its minimum exactly at the best lambda', () => {
    const best = bestLambda(tasks);
    const lowest = risk(tasks, best).total;
    for (const factor of [0.5, 0.9, 0.99, 1.01, 1.1, 2])
      expect(risk(tasks, best * factor).total).toBeGreaterThan(lowest);
    const h = best * 1e-4;
    const slope = (risk(tasks, best + h).total - risk(tasks, best - h).total) / (2 * h);
    expect(Math.abs(slope)).toBeLessThan(1e-7);
  });

  it('ties equal tasks rigidly and lets go as samples grow', () => {
    expect(bestLambda({ ...tasks, difference: 0 })).toBe(Infinity);
    expect(bestLambda({ ...tasks, samples: 3000 })).toBeCloseTo(bestLambda(tasks) / 100, 12);
  });

  it('agrees with averaging the error of the shrunk solutions over the noise', () => {
    // Four equally likely sign pairs have the mean and variance of the noise, and the error is quadratic in it.
    const lambda = 0.3;
    const s = shrinkage(lambda);
    const variance = tasks.noise ** 2 / tasks.samples;
    let total = 0;
    for (const [e1, e2] of [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const) {
      const w1 = tasks.difference + Math.sqrt(variance * tasks.dimension) * e1;
      const w2 = Math.sqrt(variance * tasks.dimension) * e2;
      const estimate = (w1 + w2) / 2 + (s / 2) * (w1 - w2);
      total += (estimate - tasks.difference) ** 2 / 4;
    }
    expect(total).toBeCloseTo(risk(tasks, lambda).total, 10);
  });

  it('puts unit teachers at the right distance', () => {
    expect(differenceAtAngle(0)).toBe(0);
    expect(differenceAtAngle(60)).toBeCloseTo(1, 12);
    expect(differenceAtAngle(180)).toBeCloseTo(2, 12);
  });
});
