import { describe, expect, it } from 'vitest';
import { withMeasured } from './predicates/measured.fixture';
import { armNamed, practiceRecord } from './practice/practiceRecord.fixture';
import { quantityWidth, seedValues, type Address } from './quantity';

const record = practiceRecord({
  arms: [armNamed('alone', { kind: 'alone' }), armNamed('experts', { kind: 'cross-stitch', same: 0.9, rateFactor: 1 })],
  tasks: 3,
  seeds: 2,
  steps: [0],
  value: ({ arm, seed, task }) => 100 * arm + 10 * seed + task,
});

function values(name: Parameters<typeof withMeasured>[1], width: number, address: Address): number[] {
  const measured = withMeasured(record, name, width, ({ arm, seed, inner }) => 100 * arm + 10 * seed + inner);
  const [evaluation] = measured.evaluations;
  if (evaluation === undefined) throw new Error('one evaluation');
  return seedValues(measured, evaluation, address);
}

describe('seedValues', () => {
  it('finds every number where its array has it', () => {
    expect(values('testLoss', 3, { point: 0, arm: 1, quantity: 'testLoss', task: 2 })).toEqual([102, 112]);
    expect(values('distance', 2, { point: 0, arm: 0, quantity: 'distance', layer: 1 })).toEqual([1, 11]);
    expect(values('taskWeight', 3, { point: 0, arm: 1, quantity: 'taskWeight', task: 1 })).toEqual([101, 111]);
    expect(values('probe', 1, { point: 0, arm: 1, quantity: 'probe' })).toEqual([100, 110]);
    expect(values('position', 6, { point: 0, arm: 0, quantity: 'position', task: 1, axis: 1 })).toEqual([3, 13]);
    expect(values('interpolation', 11, { point: 0, arm: 0, quantity: 'interpolation', place: 10 })).toEqual([10, 20]);
    expect(values('gradientCosine', 3, { point: 0, arm: 0, quantity: 'gradientCosine', pair: 2 })).toEqual([2, 12]);
  });

  it('has no distances and gradients of networks that mix activations', () => {
    for (const quantity of ['distance', 'relativeDistance', 'weightCosine'] as const) {
      expect(values(quantity, 2, { point: 0, arm: 1, quantity, layer: 0 })).toEqual([]);
      expect(values(quantity, 2, { point: 0, arm: 0, quantity, layer: 0 })).toHaveLength(2);
    }
    expect(values('gradientNorm', 3, { point: 0, arm: 1, quantity: 'gradientNorm', task: 0 })).toEqual([]);
    expect(values('gradientCosine', 3, { point: 0, arm: 1, quantity: 'gradientCosine', pair: 0 })).toEqual([]);
  });

  it('refuses indices outside the experiment, and is empty for what was not measured', () => {
    const [evaluation] = record.evaluations;
    if (evaluation === undefined) throw new Error('one evaluation');
    const address = { point: 0, arm: 0, quantity: 'testLoss', task: 0 } as const;
    for (const wrong of [{ point: 1 }, { arm: 2 }, { arm: -1 }, { task: 3 }, { task: 0.5 }]) {
      expect(() => seedValues(record, evaluation, { ...address, ...wrong })).toThrow(RangeError);
    }
    expect(seedValues(record, evaluation, { point: 0, arm: 0, quantity: 'probe' })).toEqual([]);
    expect(quantityWidth(record, 'position')).toBe(6);
  });
});
