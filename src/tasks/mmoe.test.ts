import { describe, expect, it } from 'vitest';
import { resolveTasks } from '../spec/resolveTasks';
import type { MmoeSource } from '../spec/sources/mmoe';
import { drawMmoe, MMOE_FREQUENCIES, MMOE_PHASES, mmoeLabel } from './mmoe';
import { correlation, difference, mean, variance } from './testing/moments';
import { cleanOf, taskOf } from './testing/suiteParts';

function sourceOf(written: object): MmoeSource {
  const source = resolveTasks({ source: 'mmoe', ...written });
  if (source.source !== 'mmoe') throw new Error('mmoe expected');
  return source;
}

/** Covariance of the noise-free labels at cosine p, the closed form of E3 with c = 1. */
function exactCovariance(p: number): number {
  let sum = p;
  MMOE_FREQUENCIES.forEach((alpha, j) => {
    const beta = MMOE_PHASES[j] ?? NaN;
    sum += 2 * p * alpha * Math.exp(-(alpha ** 2) / 2) * Math.cos(beta);
    MMOE_FREQUENCIES.forEach((other, k) => {
      const phase = MMOE_PHASES[k] ?? NaN;
      const squares = alpha ** 2 + other ** 2;
      const near = Math.exp(-(squares - 2 * alpha * other * p) / 2) * Math.cos(beta - phase);
      const far = Math.exp(-(squares + 2 * alpha * other * p) / 2) * Math.cos(beta + phase);
      sum += (near - far) / 2 - Math.exp(-squares / 2) * Math.sin(beta) * Math.sin(phase);
    });
  });
  return sum;
}

/** E[f(z)] for z ~ N(0, 1): the trapezoidal rule, exact to rounding for smooth functions that die away. */
function expectation(f: (z: number) => number): number {
  const step = 0.02;
  let sum = 0;
  for (let i = -450; i <= 450; i++) sum += f(i * step) * Math.exp(-((i * step) ** 2) / 2);
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

describe('labels of the mmoe source', () => {
  it.each([0, 0.25, 0.5, 0.9, 1])('have the exact covariance at cosine %f', (p) => {
    const centre = expectation(mmoeLabel);
    const across = Math.sqrt(1 - p * p);
    const product = expectation(
      (z) => mmoeLabel(z) * (across === 0 ? mmoeLabel(z) : expectation((e) => mmoeLabel(p * z + across * e))),
    );
    expect(product - centre ** 2).toBeCloseTo(exactCovariance(p), 8);
  });

  it('have the variance and the correlations that are printed', () => {
    const total = exactCovariance(1) + 0.01;
    expect(total).toBeCloseTo(5.2558, 4);
    for (const [p, rho] of [
      [0, 0],
      [0.25, 0.146],
      [0.5, 0.303],
      [0.9, 0.703],
      [1, 0.998],
    ] as const) {
      expect(exactCovariance(p) / total).toBeCloseTo(rho, 3);
    }
  });
});

describe('mmoe source', () => {
  it.each([0.5, 0.9])('draws labels of that correlation and variance at cosine %f', (correlated) => {
    const source = sourceOf({ correlation: correlated, dimension: 4, testSamples: 20_000 });
    const [a = [], b = []] = drawMmoe(source, 3).tasks.map((task) => task.test.targets);
    const rho = exactCovariance(correlated) / (exactCovariance(1) + 0.01);
    expect(Math.abs(correlation(a, b) - rho)).toBeLessThan(0.03);
    expect(Math.abs(variance(a) - 5.2558)).toBeLessThan(0.25);
    expect(Math.abs(variance(b) - 5.2558)).toBeLessThan(0.25);
  });

  it('has equal noise-free tasks at cosine 1, with noise of their own', () => {
    const { tasks } = drawMmoe(sourceOf({ correlation: 1 }), 3);
    cleanOf(taskOf({ inputs: 32, tasks, fresh: null }, 1).test).forEach((value, i) => {
      expect(value).toBeCloseTo(tasks[0]?.test.clean?.[i] ?? NaN, 5);
    });
    expect(tasks[0]?.test.targets).not.toEqual(tasks[1]?.test.targets);
  });

  it('is paired over the correlation: inputs, noise and the first task stay', () => {
    const [near, far] = [drawMmoe(sourceOf({ correlation: 0.9 }), 3), drawMmoe(sourceOf({ correlation: 0 }), 3)];
    expect(taskOf(near, 0)).toEqual(taskOf(far, 0));
    expect(near.fresh?.(5, 4)[0]).toEqual(far.fresh?.(5, 4)[0]);
    const noiseOf = (suite: typeof near) => difference(taskOf(suite, 1).test.targets, cleanOf(taskOf(suite, 1).test));
    noiseOf(near).forEach((value, i) => expect(value).toBeCloseTo(noiseOf(far)[i] ?? NaN, 5));
  });

  it('draws fresh rows like all others: same labels, noise of the level, no row twice', () => {
    const suite = drawMmoe(sourceOf({ dimension: 4, noise: 0 }), 3);
    const [first, second] = suite.fresh?.(0, 2_000) ?? [];
    expect(first?.inputs).toBe(second?.inputs);
    const targets = first?.targets ?? [];
    expect(Math.abs(mean(targets) - expectation(mmoeLabel))).toBeLessThan(0.25);
    expect(Math.abs(variance(targets) - 5.2458)).toBeLessThan(0.8);
    const next = suite.fresh?.(1, 1)[0]?.inputs;
    expect(first?.inputs.subarray(0, 4)).not.toEqual(next);
  });
});
