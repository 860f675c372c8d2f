import { describe, expect, it } from 'vitest';
import type { ArmSpec } from '../../../spec/experiment';
import { gatesOf, mixingView } from './mixingView';
import { probeSeries } from './probeSeries';
import { arm, HARD, madeRun } from './record.fixture';
import { balancingArms, weightSeries } from './weightSeries';

const pcgrad = arm('pcgrad', HARD, { balancing: { kind: 'pcgrad' } });

describe('weightSeries', () => {
  const record = madeRun({
    arms: [arm('alone', { kind: 'alone' }), pcgrad],
    steps: [0, 10],
    // [L*T]: two seeds of alone, then two of PCGrad.
    arrays: (step) => ({ taskWeight: [1, 1, 1, 1, ...(step === 0 ? [1, 1, 2, 2] : [3, 1, 2, 2])] }),
  });

  it('is asked for the arms that balance', () => {
    expect(balancingArms(record)).toEqual([1]);
  });

  it('gives weights as they are, and shares seed by seed', () => {
    const weights = weightSeries(record, { point: 0, arms: [1], quantity: 'weight' });
    expect(weights.map(({ task, steps, mean }) => [task, steps, mean])).toEqual([
      [0, [0, 10], [1.5, 2.5]],
      [1, [0, 10], [1.5, 1.5]],
    ]);
    const [first, second] = weightSeries(record, { point: 0, arms: [1], quantity: 'share' });
    expect(first?.mean).toEqual([0.5, 0.625]);
    expect(second?.mean).toEqual([0.5, 0.375]);
    expect(first?.low?.[0]).toBe(0.5);
    expect(first?.high?.[1]).toBeGreaterThan(0.625);
  });

  it('leaves out a seed whose weights cancel', () => {
    const cancelling = madeRun({ arms: [pcgrad], steps: [5], arrays: () => ({ taskWeight: [1, -1, 3, 1] }) });
    expect(weightSeries(cancelling, { point: 0, arms: [0], quantity: 'share' })[0]?.mean).toEqual([0.75]);
  });
});

describe('mixingView', () => {
  const stitch = arm('stitch', { kind: 'cross-stitch', same: 0.9, rateFactor: 10 });
  const experts = (gating: 'common' | 'task'): ArmSpec =>
    arm(gating, { kind: 'experts', gating, experts: 3, ownExperts: 0, units: 4, levels: 1 });
  // Widths 8 (two layers of 2 x 2) and 6 (2 x 3): M = 8, padded with zeros.
  const lane = (from: number, count: number) => Array.from({ length: 8 }, (_, i) => (i < count ? from + i : 0));
  const record = madeRun({
    arms: [stitch, experts('task'), arm('alone', { kind: 'alone' })],
    steps: [0],
    arrays: () => ({ mixing: [lane(0, 8), lane(2, 8), lane(10, 6), lane(10, 6), lane(0, 0), lane(0, 0)].flat() }),
  });
  const at = { point: 0, evaluation: -1 };

  it('cuts the numbers of a network into its matrices, means over seeds', () => {
    const matrices = mixingView(record, { ...at, arm: 0 });
    expect(matrices.map(({ role, layer, mean }) => [role, layer, mean])).toEqual([
      ['stitch', 0, [1, 2, 3, 4]],
      ['stitch', 1, [5, 6, 7, 8]],
    ]);
    expect(matrices[0]?.halfWidth?.[0]).toBeCloseTo(12.706, 2);
  });

  it('reads the gates of another width beside it, and nothing where nothing is mixed', () => {
    const [gate] = mixingView(record, { ...at, arm: 1 });
    expect(gate?.mean).toEqual([10, 11, 12, 13, 14, 15]);
    expect(mixingView(record, { ...at, arm: 2 })).toEqual([]);
    if (gate === undefined) return;
    expect(gatesOf(gate, false).map(({ task, shares }) => [task, shares])).toEqual([
      [0, [10, 11, 12]],
      [1, [13, 14, 15]],
    ]);
    expect(gatesOf(gate, true).map(({ task, shares }) => [task, shares])).toEqual([[null, [11.5, 12.5, 13.5]]]);
  });

  it('is empty before anything is measured', () => {
    const unmeasured = madeRun({ arms: [stitch], steps: [0], arrays: () => ({}) });
    expect(mixingView(unmeasured, { ...at, arm: 0 })).toEqual([]);
  });
});

describe('probeSeries', () => {
  it('is there for arms with shared features alone', () => {
    const shared: ArmSpec['scheme'] = {
      ...{ kind: 'shared-private', adversary: 0.1, discriminatorSteps: 1 },
      ...{ discriminatorRate: 0.02, orthogonality: 0 },
    };
    const record = madeRun({
      arms: [arm('alone', { kind: 'alone' }), arm('sp', shared)],
      steps: [0, 10],
      arrays: (step) => ({ probe: [0, 0, 0.5, 0.7 + step / 100] }),
    });
    const [only, ...others] = probeSeries(record, 0);
    expect(others).toEqual([]);
    expect(only?.arm).toBe('sp');
    expect(only?.mean[0]).toBeCloseTo(0.6, 6);
    expect(only?.mean[1]).toBeCloseTo(0.65, 6);
  });
});
