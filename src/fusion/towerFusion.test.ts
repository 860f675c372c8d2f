import { describe, expect, it } from 'vitest';
import { diagonalFisher } from './diagonalFisher';
import { expectClose } from './expectClose.fixture';
import { constantLoss, taskLoss } from './hostLosses';
import { forwardTower, outputsOf } from './hostTower';
import { base, data, tower, tuned } from './sampleFusion.fixture';
import { towerFusion, type FusedTower } from './towerFusion';

const towers: readonly FusedTower[] = data.map((own, t) => ({ row: tuned[t] ?? base, data: own }));

/** Validation loss of one whole row on its task, as a part of the best constant answer's. */
function scaledLoss({ row, data: { shape, validation } }: FusedTower): number {
  const pass = forwardTower(tower, row, validation.inputs, validation.rows);
  return taskLoss(shape, outputsOf(pass), 3, validation).loss / constantLoss(shape, validation);
}

describe('towerFusion', () => {
  it('offers the columns of the trunk, or all', () => {
    const trunk = towerFusion(tower, towers, base, 'trunk');
    expectClose(trunk.rows[1] ?? [], tuned[1]?.slice(0, tower.trunkColumns) ?? []);
    expectClose(trunk.base, base.slice(0, tower.trunkColumns));
    expect(trunk.layers).toEqual(tower.layers.slice(0, 2));
    const all = towerFusion(tower, towers, base, 'all');
    expect(all.rows.map((row) => row.length)).toEqual([tower.columns, tower.columns, tower.columns]);
    expect(all.layers).toEqual(tower.layers);
  });

  it('has the Fisher information and layer inputs of each tower on its own training rows', () => {
    const trunk = towerFusion(tower, towers, base, 'trunk');
    towers.forEach(({ row, data: { shape, train } }, t) => {
      const fisher = diagonalFisher(tower, row, shape, train.inputs, train.rows);
      expectClose(trunk.fisher()[t] ?? [], fisher.slice(0, tower.trunkColumns));
      const [inputs, hidden, ...others] = trunk.layerInputs()[t] ?? [];
      expect(others).toEqual([]);
      expectClose(inputs ?? [], train.inputs);
      expectClose(hidden ?? [], forwardTower(tower, row, train.inputs, train.rows).activations[1] ?? []);
    });
  });

  it('validates a trunk with the heads of all tasks, on their validation rows', () => {
    const own = tuned[0] ?? base;
    const trunk = own.slice(0, tower.trunkColumns);
    const expected = towers.map((fused) => {
      const whole = Float64Array.from(fused.row);
      whole.set(trunk);
      return scaledLoss({ ...fused, row: whole });
    });
    const { loss } = towerFusion(tower, towers, base, 'trunk').validate(trunk);
    expect(loss).toBeCloseTo(expected.reduce((sum, value) => sum + value, 0) / 3, 12);
    const alone = towerFusion(tower, towers.slice(0, 1), base, 'all').validate(own);
    expect(alone.loss).toBeCloseTo(towers.slice(0, 1).map(scaledLoss)[0] ?? NaN, 12);
  });
});
