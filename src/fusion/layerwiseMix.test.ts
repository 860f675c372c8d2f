import { describe, expect, it } from 'vitest';
import { expectClose } from './expectClose.fixture';
import { layerwiseMix } from './layerwiseMix';
import { contextOf, tuned } from './sampleFusion.fixture';
import { normals } from './sampleTower.fixture';
import type { Row } from './towerShape';
import { meanRow } from './weightedMean';

describe('learned mixing per layer', () => {
  const context = contextOf(tuned);

  it('starts from the mean and is never worse on the validation rows; shares sum to 1', () => {
    expectClose(layerwiseMix(context, { steps: 0, rate: 0.05 }).row, meanRow(context.rows), 12);
    const before = context.validate(meanRow(context.rows)).loss;
    const learned = layerwiseMix(context, { steps: 100, rate: 0.05 });
    expect(learned.loss).toBeLessThan(before - 1e-3);
    expect(context.validate(learned.row).loss).toBeCloseTo(learned.loss, 12);
    for (let layer = 0; layer < context.layers.length; layer++) {
      const shares = learned.shares.slice(layer * 3, layer * 3 + 3);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('finds the row that the validation loss asks for, layer by layer', () => {
    // Layer 0 of task 2, layer 1 of task 0.
    const [, second] = context.layers;
    const wanted = Float64Array.from(context.rows[2] ?? []);
    wanted.set(Array.from(context.rows[0] ?? []).slice(second?.weights), second?.weights);
    const validate = (row: Row) => ({
      loss: wanted.reduce((sum, value, i) => sum + ((row[i] ?? 0) - value) ** 2, 0),
      gradient: wanted.map((value, i) => 2 * ((row[i] ?? 0) - value)),
    });
    const { shares, loss } = layerwiseMix({ ...context, validate }, { steps: 400, rate: 0.1 });
    expect(loss).toBeLessThan(0.01);
    expect(shares[2]).toBeGreaterThan(0.98);
    expect(shares[3]).toBeGreaterThan(0.98);
  });

  it('returns the best mixture it met, not the last', () => {
    const met: Float64Array[] = [];
    const validate = (row: Row) => {
      met.push(Float64Array.from(row));
      return { loss: Math.abs(met.length - 4), gradient: normals(met.length, row.length) };
    };
    const { row, loss } = layerwiseMix({ ...context, validate }, { steps: 9, rate: 0.5 });
    expect(met.length).toBe(10);
    expect(loss).toBe(0);
    expect([...row]).toEqual([...(met[3] ?? [])]);
  });

  it('the validation gradient is that of finite differences', () => {
    const row = meanRow(context.rows);
    const { gradient } = context.validate(row);
    for (let i = 0; i < row.length; i++) {
      const at = (shift: number) => context.validate(row.map((value, j) => (i === j ? value + shift : value))).loss;
      expect(gradient[i]).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 7);
    }
  });
});
