/** Methods of losses without memory, and those that learn numbers: what they promise, and where they come to rest. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BalancingSpec, UncertaintyForm } from '../spec/balancing';
import { balance, balanceOver } from './balancingCase.fixture';
import { stationaryLogVariance, uncertaintySlope, uncertaintyWeight } from './uncertainty';

const losses = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 6 });
const weigh = (spec: BalancingSpec, values: readonly number[], step = 0, seed = 1): number[] => [
  ...balance(spec, values.length, {
    losses: Float64Array.from(values),
    firstLosses: Float64Array.from(values),
    step,
    seed,
  }).weights,
];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const FORMS: readonly UncertaintyForm[] = ['log-variance', 'unhalved', 'classification', 'misread', 'revised'];
const OBJECTIVES: Readonly<Record<UncertaintyForm, (s: number, loss: number) => number>> = {
  'log-variance': (s, loss) => (Math.exp(-s) * loss + s) / 2,
  unhalved: (s, loss) => Math.exp(-s) * loss + s,
  classification: (s, loss) => Math.exp(-s) * loss + s / 2,
  misread: (s, loss) => (Math.exp(-s) * loss) / 2 + s,
  revised: (s, loss) => loss / (2 * Math.exp(s)) + Math.log(1 + Math.exp(s)),
};

test('static weights add nothing', () => {
  expect(weigh({ kind: 'static' }, [3, 4, 5])).toEqual([1, 1, 1]);
});

describe('logarithm and geometric mean', () => {
  test('are the derivatives of what they minimise', () => {
    const geometricMean = (values: readonly number[]) => Math.exp(sum(values.map(Math.log)) / values.length);
    const sumOfLogs = (values: readonly number[]) => sum(values.map(Math.log));
    fc.assert(
      fc.property(losses, (values) => {
        for (const [kind, objective] of [
          ['geometric', geometricMean],
          ['log', sumOfLogs],
        ] as const) {
          weigh({ kind }, values).forEach((weight, t) => {
            const step = 1e-5 * (values[t] ?? 0);
            const moved = (by: number) => objective(values.map((value, k) => (k === t ? value + by : value)));
            const slope = (moved(step) - moved(-step)) / (2 * step);
            expect(weight / slope).toBeCloseTo(1, 5);
          });
        }
      }),
    );
  });

  test('do not see the scale of a loss: each weighted loss keeps its part', () => {
    fc.assert(
      fc.property(losses, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (values, factor) => {
        for (const kind of ['log', 'geometric'] as const) {
          const parts = (of: readonly number[]) => {
            const weighted = weigh({ kind }, of).map((weight, t) => weight * (of[t] ?? 0));
            return weighted.map((value) => value / sum(weighted));
          };
          parts(values).forEach((part) => expect(part).toBeCloseTo(1 / values.length, 12));
          parts([...values.slice(1), (values[0] ?? 0) * factor]).forEach((part) =>
            expect(part).toBeCloseTo(1 / values.length, 12),
          );
        }
      }),
    );
  });
});

describe('uncertainty weights', () => {
  test.each(FORMS)('%s: weight and slope are derivatives of the objective, s* its stationary point', (form) => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (s, loss) => {
          const objective = OBJECTIVES[form];
          const h = 1e-5;
          const bySlope = (objective(s + h, loss) - objective(s - h, loss)) / (2 * h);
          const byLoss = (objective(s, loss * (1 + h)) - objective(s, loss * (1 - h))) / (2 * h * loss);
          const scale = 1 + Math.abs(objective(s, loss));
          expect(Math.abs(uncertaintySlope(form, s, loss) - bySlope) / scale).toBeLessThan(1e-6);
          expect((Math.abs(uncertaintyWeight(form, s) - byLoss) * loss) / scale).toBeLessThan(1e-6);
          expect(Math.abs(uncertaintySlope(form, stationaryLogVariance(form, loss), loss))).toBeLessThan(1e-12);
        },
      ),
    );
  });

  test('closed forms of s*', () => {
    const loss = 3.7;
    expect(stationaryLogVariance('log-variance', loss)).toBeCloseTo(Math.log(loss), 12);
    expect(stationaryLogVariance('unhalved', loss)).toBeCloseTo(Math.log(loss), 12);
    expect(stationaryLogVariance('classification', loss)).toBeCloseTo(Math.log(2 * loss), 12);
    expect(stationaryLogVariance('misread', loss)).toBeCloseTo(Math.log(loss / 2), 12);
    expect(stationaryLogVariance('revised', loss)).toBeCloseTo(
      Math.log((loss + Math.sqrt(loss * loss + 8 * loss)) / 4),
      12,
    );
  });

  test.each(FORMS)('%s: from zero, s is learned until the weights are those of s*', (form) => {
    const held = [0.2, 30];
    const { state } = balanceOver({ kind: 'uncertainty', form, rate: 0.05, start: 'zero' }, 3000, () => held);
    held.forEach((loss, t) => expect(state[t]).toBeCloseTo(stationaryLogVariance(form, loss), 3));
  });

  test('beginning at the first losses, they start and stay at rest: 1 / (2L)', () => {
    const spec = { kind: 'uncertainty', form: 'log-variance', rate: 0.05, start: 'first-loss' } as const;
    for (const steps of [1, 200]) {
      const { weights } = balanceOver(spec, steps, () => [0.25, 1e4]);
      expect(weights[0]).toBeCloseTo(2, 4);
      expect((weights[1] ?? NaN) * 1e4).toBeCloseTo(0.5, 3);
    }
  });

  test('a large loss freezes s that begins at zero: the trap that the other start avoids', () => {
    const course = (step: number) => [step === 0 ? 1e4 : 1];
    const s = (start: 'zero' | 'first-loss') =>
      balanceOver({ kind: 'uncertainty', form: 'log-variance', rate: 0.025, start }, 300, course).state[0] ?? NaN;
    expect(Math.abs(s('zero'))).toBeGreaterThan(0.1);
    expect(stationaryLogVariance('log-variance', 1)).toBe(0);
  });

  test('IMTL-L is the unhalved form with s turned', () => {
    const course = (step: number) => [2 + Math.sin(step), 50 / (1 + step)];
    for (const start of ['zero', 'first-loss'] as const) {
      const ours = balanceOver({ kind: 'imtl-l', rate: 0.025, start }, 100, course).weights;
      const other = balanceOver({ kind: 'uncertainty', form: 'unhalved', rate: 0.025, start }, 100, course).weights;
      ours.forEach((weight, t) => expect(weight / (other[t] ?? NaN)).toBeCloseTo(1, 6));
    }
  });

  test('IMTL-L brings weighted losses to one', () => {
    const { weights } = balanceOver({ kind: 'imtl-l', rate: 0.05, start: 'zero' }, 2000, () => [0.2, 30]);
    expect((weights[0] ?? NaN) * 0.2).toBeCloseTo(1, 3);
    expect((weights[1] ?? NaN) * 30).toBeCloseTo(1, 3);
  });
});
