import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellStrength, MAX_CELLS, tetherTension, towersLayout, unitsPerCell, type TowersInput } from './towersLayout';

const box = { left: 40, right: 640, top: 20, bottom: 320 };
const input = (over: Partial<TowersInput>): TowersInput => ({
  scheme: 'alone',
  tasks: 2,
  widths: [16, 16, 1],
  distances: [0.3, 0.8, 1],
  sharedLayers: 2,
  headFrom: 2,
  box,
  ...over,
});

describe('towersLayout', () => {
  it('keeps every row inside its box and rows of a layer apart, whatever the network', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('alone' as const, 'hard' as const, 'soft' as const),
        fc.integer({ min: 2, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 512 }), { minLength: 0, maxLength: 7 }),
        fc.float({ min: 0, max: 2, noNaN: true }),
        (scheme, tasks, widths, distance) => {
          const place = towersLayout(
            input({
              scheme,
              tasks,
              widths,
              distances: widths.map(() => distance),
              headFrom: Math.max(0, widths.length - 1),
              sharedLayers: 1,
            }),
          );
          for (const layer of place.layers) {
            expect(layer.y).toBeGreaterThan(box.top);
            expect(layer.y).toBeLessThan(box.bottom);
            layer.rows.forEach((row, i) => {
              expect(row.left).toBeGreaterThanOrEqual(box.left - 1e-6);
              expect(row.right).toBeLessThanOrEqual(box.right + 1e-6);
              expect(row.cells.length).toBeLessThanOrEqual(MAX_CELLS);
              const before = layer.rows[i - 1];
              if (before !== undefined) expect(row.left).toBeGreaterThan(before.right);
            });
          }
        },
      ),
    );
  });

  it('covers every unit exactly once', () => {
    for (const units of [1, 2, 23, 24, 25, 48, 49, 100, 512]) {
      const row = towersLayout(input({ widths: [units] })).layers[0]?.rows[0];
      const covered = row?.cells.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      );
      expect(covered).toEqual(Array.from({ length: units }, (_, i) => i));
      expect(row?.cells.length).toBe(Math.ceil(units / unitsPerCell(units)));
    }
  });

  it('lets soft rows move together with their distance and hard rows stand on one place', () => {
    const between = (distance: number): number => {
      const rows = towersLayout(input({ scheme: 'soft', distances: [distance, 0.5, 1] })).layers[0]?.rows ?? [];
      return (rows[1]?.left ?? 0) - (rows[0]?.right ?? 0);
    };
    expect(between(0)).toBeLessThan(between(0.5));
    expect(between(0.5)).toBeLessThan(between(1.2));
    expect(between(1.9)).toBeCloseTo(between(Math.SQRT2), 9);
    const hard = towersLayout(input({ scheme: 'hard' }));
    expect(hard.layers.map((layer) => layer.rows.length)).toEqual([1, 1, 2]);
    expect(hard.layers[0]?.rows[0]?.center).toBe(340);
  });

  it('joins soft trunks, never heads, never towers alone', () => {
    const tethers = (scheme: TowersInput['scheme'], tasks: number): number[] =>
      towersLayout(input({ scheme, tasks })).layers.map((layer) => layer.tethers.length);
    expect(tethers('soft', 2)).toEqual([1, 1, 0]);
    expect(tethers('soft', 4)).toEqual([3, 3, 0]);
    expect(tethers('alone', 3)).toEqual([0, 0, 0]);
    expect(tethers('hard', 3)).toEqual([0, 0, 0]);
  });

  it('draws a stack from the input upwards', () => {
    const ys = towersLayout(input({})).layers.map((layer) => layer.y);
    expect(ys).toEqual([...ys].sort((a, b) => b - a));
  });
});

describe('tetherTension', () => {
  it('grows with the pull and stays within 0 and 1', () => {
    expect(tetherTension(0, 1)).toBe(0);
    expect(tetherTension(1e6, 1)).toBe(1);
    expect(tetherTension(0.1, 0.5)).toBeGreaterThan(tetherTension(0.01, 0.5));
    expect(tetherTension(0.1, null)).toBe(0);
  });
});

describe('cellStrength', () => {
  it('is the mean of the cell relative to the layer’s largest', () => {
    expect(cellStrength([1, 3, 4], { first: 0, last: 1 }, 4)).toBe(0.5);
    expect(cellStrength([0, 0], { first: 0, last: 1 }, 0)).toBe(0);
  });
});
