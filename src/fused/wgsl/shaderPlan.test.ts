import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plan } from './plans.fixture';
import { tilingOf, vectorsOf } from './shaderPlan';

it('cuts any work into whole tiles that fit', () => {
  const units = fc.integer({ min: 1, max: 512 });
  fc.assert(
    fc.property(fc.array(units, { minLength: 2, maxLength: 6 }), fc.integer({ min: 1, max: 3000 }), (widths, rows) => {
      const given = plan(widths, [], { stepRows: rows, storedRows: rows });
      const tiling = tilingOf(given);
      expect(tiling.rows % 4).toBe(0);
      expect(tiling.rows).toBeGreaterThan(0);
      expect(Math.log2(tiling.threads) % 1).toBe(0);
      expect(tiling.threads).toBeGreaterThanOrEqual(32);
      expect(tiling.threads).toBeLessThanOrEqual(256);
      // Activations of the layers lie one after the other, none over another.
      const ends = given.tower.layers.map((layer) => tiling.rows * vectorsOf(layer.width));
      expect(tiling.activations).toEqual(
        ends.map((_, index) => ends.slice(0, index).reduce((sum, end) => sum + end, 0)),
      );
      expect(tiling.vectors).toBe(ends.reduce((sum, end) => sum + end, 0));
      if (tiling.local) expect(tiling.vectors).toBeLessThanOrEqual(1024);
      // The last tile is not nearly empty: all are about equally full.
      const tiles = Math.ceil(rows / tiling.rows);
      expect(tiles * tiling.rows - rows).toBeLessThan(4 * tiles + 4);
    }),
  );
});

it('keeps the activations of small networks close', () => {
  expect(tilingOf(plan([8, 32, 32, 2], ['relu', 'relu']))).toMatchObject({ local: true, rows: 32, threads: 64 });
  expect(tilingOf(plan([6, 150, 150, 3], ['relu', 'relu'])).local).toBe(false);
});
