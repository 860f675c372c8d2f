import { describe, expect, it } from 'vitest';
import { resolveTasks } from '../spec/resolveTasks';
import type { SinusoidsSource } from '../spec/sources/sinusoids';
import { drawSinusoids } from './sinusoids';
import { correlation, mean, meanProduct, variance } from './testing/moments';
import { cleanOf, taskOf } from './testing/suiteParts';

function sourceOf(written: object): SinusoidsSource {
  const source = resolveTasks({ source: 'sinusoids', ...written });
  if (source.source !== 'sinusoids') throw new Error('sinusoids expected');
  return source;
}

/** Amplitude and phase by least squares on sin x and cos x, and how far the points are from that sinusoid. */
function fit(xs: ArrayLike<number>, ys: ArrayLike<number>): { amplitude: number; phase: number; worst: number } {
  const sines = Float64Array.from(xs, Math.sin);
  const cosines = Float64Array.from(xs, Math.cos);
  const [ss, sc, cc] = [meanProduct(sines, sines), meanProduct(sines, cosines), meanProduct(cosines, cosines)];
  const [ys1, yc] = [meanProduct(ys, sines), meanProduct(ys, cosines)];
  const determinant = ss * cc - sc * sc;
  const a = (ys1 * cc - yc * sc) / determinant;
  const b = (yc * ss - ys1 * sc) / determinant;
  const errors = Array.from(ys, (y, i) => Math.abs(y - a * (sines[i] ?? NaN) - b * (cosines[i] ?? NaN)));
  return { amplitude: Math.hypot(a, b), phase: Math.atan2(b, a), worst: Math.max(...errors) };
}

describe('sinusoids source', () => {
  it('has ten support points per held-out task on one exact sinusoid, the same in all splits', () => {
    const suite = drawSinusoids(sourceOf({}), 4);
    const fits = suite.tasks.map(({ train, test }) => {
      expect(train.rows).toBe(10);
      expect(Math.max(...train.inputs.map(Math.abs))).toBeLessThanOrEqual(5);
      const [support, query] = [fit(train.inputs, train.targets), fit(test.inputs, cleanOf(test))];
      expect(support.worst).toBeLessThan(1e-5);
      expect(query.worst).toBeLessThan(1e-5);
      expect(query.amplitude).toBeCloseTo(support.amplitude, 4);
      return query;
    });
    expect(new Set(fits.map(({ amplitude }) => amplitude.toFixed(4))).size).toBe(10);
  });

  it('draws amplitudes U(0.1, 5) and phases of all directions', () => {
    const fits = Array.from({ length: 60 }, (_, seed) => drawSinusoids(sourceOf({ testSamples: 20 }), seed).tasks)
      .flat()
      .map(({ test }) => fit(test.inputs, cleanOf(test)));
    const amplitudes = fits.map(({ amplitude }) => amplitude);
    expect(Math.min(...amplitudes)).toBeGreaterThanOrEqual(0.0999);
    expect(Math.max(...amplitudes)).toBeLessThanOrEqual(5.0001);
    expect(Math.abs(mean(amplitudes) - 2.55)).toBeLessThan((4 * 4.9) / Math.sqrt(12 * fits.length));
    expect(Math.abs(variance(amplitudes) - 4.9 ** 2 / 12)).toBeLessThan(0.35);
    expect(Math.abs(mean(fits.map(({ phase }) => Math.sin(phase))))).toBeLessThan(4 / Math.sqrt(2 * fits.length));
    expect(
      Math.abs(
        correlation(
          amplitudes,
          fits.map(({ phase }) => Math.cos(phase)),
        ),
      ),
    ).toBeLessThan(0.17);
  });

  it('learns from other tasks, new ones at every outer iteration and the same points within one', () => {
    const suite = drawSinusoids(sourceOf({ innerSteps: 8 }), 4);
    const at = (step: number) => suite.fresh?.(step, 10) ?? [];
    expect(at(7)).toEqual(at(0));
    expect(at(8)).not.toEqual(at(7));
    expect(at(15)).toEqual(at(8));
    const heldOut = suite.tasks.map(({ test }) => fit(test.inputs, cleanOf(test)).amplitude.toFixed(3));
    const learnt = [...at(0), ...at(8)].map(({ inputs, targets }) => {
      expect(fit(inputs, targets).worst).toBeLessThan(1e-5);
      return fit(inputs, targets).amplitude.toFixed(3);
    });
    expect(new Set([...heldOut, ...learnt]).size).toBe(30);
  });

  it('only extends when more points or tasks are asked for', () => {
    const few = drawSinusoids(sourceOf({ taskCount: 3 }), 4);
    const many = drawSinusoids(sourceOf({ samples: 30 }), 4);
    expect(many.tasks[2]?.train.targets.subarray(0, 10)).toEqual(taskOf(few, 2).train.targets);
  });
});
