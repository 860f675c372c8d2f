import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normals, sampleTower } from '../fusion/sampleTower.fixture';
import { pruneRow } from './prune';
import { quantiseRow } from './quantise';
import { weightColumns } from './weightColumns';

const tower = sampleTower([4, 3]);
const row = normals(6, tower.columns);
const trunkWeights = weightColumns(tower, 'trunk', 3).flat();
const others = Array.from(row.keys()).filter((column) => !trunkWeights.includes(column));

describe('weightColumns', () => {
  it('names the weights of the part, not the biases, and only outputs that the task has', () => {
    // 3 inputs - 4 - 3 - head of 2 - widest output 3.
    expect(weightColumns(tower, 'trunk', 3).map((layer) => layer.length)).toEqual([12, 12]);
    expect(weightColumns(tower, 'all', 3).map((layer) => layer.length)).toEqual([12, 12, 6, 6]);
    expect(weightColumns(tower, 'all', 1).at(-1)).toEqual([39, 42]);
    expect(trunkWeights).not.toContain(12);
    expect(trunkWeights.slice(11, 13)).toEqual([11, 16]);
  });
});

describe('pruneRow', () => {
  it('makes exactly floor(s P) weights zero, the smallest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
        const pruned = pruneRow(tower, row, 'trunk', percent / 100, 3);
        const zeros = trunkWeights.filter((column) => pruned[column] === 0);
        const kept = trunkWeights.filter((column) => pruned[column] !== 0);
        expect(zeros.length).toBe(Math.floor((percent * 24) / 100));
        const size = (column: number) => Math.abs(row[column] ?? NaN);
        if (zeros.length > 0 && kept.length > 0) {
          expect(Math.max(...zeros.map(size))).toBeLessThanOrEqual(Math.min(...kept.map(size)));
        }
        expect(kept.map((column) => pruned[column])).toEqual(kept.map((column) => row[column]));
        expect(others.map((column) => pruned[column])).toEqual(others.map((column) => row[column]));
      }),
    );
  });

  it('takes the first of equals', () => {
    const equal = row.map(() => -0.5);
    const pruned = pruneRow(tower, equal, 'trunk', 0.25, 3);
    expect(trunkWeights.filter((column) => pruned[column] === 0)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('prunes layers of the head when asked', () => {
    expect(pruneRow(tower, row, 'all', 1, 3).filter((value) => value === 0).length).toBe(36);
  });
});

describe('quantiseRow', () => {
  it.each([2, 3, 4, 8, 16])('moves no weight by more than half a step, at %i bits', (bits) => {
    const { row: quantised, steps } = quantiseRow(tower, row, 'trunk', bits, 3);
    const levels = 2 ** (bits - 1) - 1;
    weightColumns(tower, 'trunk', 3).forEach((columns, layer) => {
      const step = steps[layer] ?? NaN;
      const largest = Math.max(...columns.map((column) => Math.abs(row[column] ?? NaN)));
      expect(step).toBeCloseTo(largest / levels, 14);
      const multiples = columns.map((column) => (quantised[column] ?? NaN) / step);
      for (const [i, column] of columns.entries()) {
        expect(Math.abs((quantised[column] ?? NaN) - (row[column] ?? NaN))).toBeLessThanOrEqual(
          (step / 2) * (1 + 1e-12),
        );
        expect(Math.abs((multiples[i] ?? NaN) - Math.round(multiples[i] ?? NaN))).toBeLessThan(1e-9);
      }
      expect(Math.max(...multiples.map(Math.abs))).toBeCloseTo(levels, 9);
    });
    expect(others.map((column) => quantised[column])).toEqual(others.map((column) => row[column]));
  });

  it('is symmetric, keeps zero, and changes nothing the second time', () => {
    const once = quantiseRow(tower, row, 'all', 3, 3).row;
    expect([
      ...quantiseRow(
        tower,
        row.map((value) => -value),
        'all',
        3,
        3,
      ).row,
    ]).toEqual([...once].map((v) => -v));
    quantiseRow(tower, once, 'all', 3, 3).row.forEach((value, column) =>
      expect(value).toBeCloseTo(once[column] ?? NaN, 12),
    );
    const zeros = quantiseRow(tower, new Float64Array(tower.columns), 'trunk', 8, 3);
    expect(zeros.steps).toEqual([0, 0]);
    expect(zeros.row.every((value) => value === 0)).toBe(true);
    expect(() => quantiseRow(tower, row, 'all', 1, 3)).toThrow(RangeError);
  });
});
