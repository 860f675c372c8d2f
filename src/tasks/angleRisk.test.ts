/** The drawn tasks, the closed forms and the exact law must tell the same story: E1 and E2 (linear) of the literature notes. */
import { describe, expect, it } from 'vitest';
import { riskAlone, riskFullySharing } from '../numeric/angleTheory';
import { pooledLeastSquares, softRidge, taskMoments } from '../numeric/softRidge';
import { mean, sampleStd } from '../numeric/statistics';
import type { AngleSource } from '../spec/experiment';
import { drawSuite } from './drawSuite';

const SETTING = { samples: 30, dimension: 10, noise: 0.5 };
const SEEDS = 400;

function source(angle: number): AngleSource {
  return {
    source: 'angle',
    teacher: 'linear',
    dimension: SETTING.dimension,
    features: 1,
    angle,
    samples: [SETTING.samples, SETTING.samples],
    noise: SETTING.noise,
    validationSamples: 1,
    testSamples: 1,
  };
}
/** Mean over both tasks of |w_hat - w|^2 for each seed. */
function simulatedRisks(
  angle: number,
  fit: (tasks: ReturnType<typeof taskMoments>[]) => readonly Float64Array[],
): number[] {
  const radians = (angle * Math.PI) / 180;
  const truth = [
    [1, 0],
    [Math.cos(radians), Math.sin(radians)],
  ];
  return Array.from({ length: SEEDS }, (_, seed) => {
    const { tasks } = drawSuite(source(angle), seed);
    const fitted = fit(tasks.map(({ train }) => taskMoments(train.inputs, train.targets)));
    return mean(fitted.map((w, t) => w.reduce((sum, value, i) => sum + (value - (truth[t]?.[i] ?? 0)) ** 2, 0)));
  });
}
function standardError(values: readonly number[]): number {
  return sampleStd(values) / Math.sqrt(values.length);
}

describe('linear teachers at an angle', () => {
  it('alone: the risk is sigma^2 d / (n - d - 1)', () => {
    const risks = simulatedRisks(60, (tasks) => softRidge(tasks, { lambda: 0 }));
    expect(Math.abs(mean(risks) - riskAlone(SETTING))).toBeLessThan(4 * standardError(risks));
    // So a wrong denominator (n - d: .125) would be seen.
    expect(standardError(risks)).toBeLessThan(0.003);
  });

  it.each([0, 30, 90, 180])('full sharing at %i degrees: the risk is the exact law', (angle) => {
    const risks = simulatedRisks(angle, (tasks) => tasks.map(() => pooledLeastSquares(tasks)));
    expect(Math.abs(mean(risks) - riskFullySharing(SETTING, angle))).toBeLessThan(4 * standardError(risks));
  });

  // Published rows of E2, simulated elsewhere with another generator to about .002.
  it.each([
    [0, [0.131, 0.093, 0.055, 0.051]],
    [45, [0.131, 0.104, 0.15, 0.215]],
    [90, [0.131, 0.13, 0.379, 0.612]],
  ])('soft sharing at %i degrees: the published risks at lambda 0, .1, 1, 10', (angle, published) => {
    [0, 0.1, 1, 10].forEach((lambda, i) => {
      const risks = simulatedRisks(angle, (tasks) => softRidge(tasks, { lambda }));
      expect(Math.abs(mean(risks) - (published[i] ?? NaN))).toBeLessThan(4 * standardError(risks) + 0.002);
    });
  });
});
