import { describe, expect, it } from 'vitest';
import { createStream } from '../numeric/random';
import { resolveTasks } from '../spec/resolveTasks';
import type { CapacitySource } from '../spec/sources/capacity';
import { drawCapacity } from './capacity';
import { dot } from './directions';
import { centredRows, orthonormal } from './orthonormal';
import { mean, meanProduct, variance } from './testing/moments';
import { cleanOf, taskOf } from './testing/suiteParts';

function sourceOf(written: object): CapacitySource {
  const source = resolveTasks({ source: 'capacity', ...written });
  if (source.source !== 'capacity') throw new Error('capacity expected');
  return source;
}
const LINEAR = sourceOf({ teacher: 'linear' });
const RELU = sourceOf({ samples: 300 });

describe('rows that are uncorrelated in the very sample', () => {
  it.each([
    [11, 10],
    [40, 3],
    [100, 10],
  ])('%i rows of %i columns', (rows, columns) => {
    const inputs = centredRows(rows, columns, createStream(2, 'capacity.inputs'));
    const column = (j: number) => Array.from({ length: rows }, (_, row) => inputs[row * columns + j] ?? NaN);
    for (let i = 0; i < columns; i++) {
      expect(mean(column(i))).toBeCloseTo(0, 6);
      for (let j = 0; j < columns; j++) expect(meanProduct(column(i), column(j))).toBeCloseTo(i === j ? 1 : 0, 5);
    }
  });

  it('are refused when there are not more rows than columns', () => {
    expect(() => centredRows(10, 10, createStream(2, 'capacity.inputs'))).toThrow(RangeError);
    expect(() => orthonormal(3, () => Float64Array.of(1, 2))).toThrow(RangeError);
  });
});

describe('linear capacity source', () => {
  /** T x T second moments of the targets: V diag(s^2) V^T exactly, because the inputs are uncorrelated exactly. */
  const moments = (source: CapacitySource, part: 'train' | 'test'): readonly (readonly number[])[] => {
    const { tasks } = drawCapacity(source, 8);
    return tasks.map((a) => tasks.map((b) => meanProduct(cleanOf(a[part]), cleanOf(b[part]))));
  };
  const power = (a: readonly (readonly number[])[], times: number): readonly (readonly number[])[] =>
    times === 1
      ? a
      : a.map((row) =>
          row.map((_, j) =>
            dot(
              row,
              power(a, times - 1).map((other) => other[j] ?? NaN),
            ),
          ),
        );
  const trace = (a: readonly (readonly number[])[]): number => a.reduce((sum, row, i) => sum + (row[i] ?? NaN), 0);

  it.each(['train', 'test'] as const)('has the singular values asked for, in the %s rows themselves', (part) => {
    // The traces of the first four powers determine the four eigenvalues.
    for (const exponent of [1, 2, 3, 4]) {
      const expected = LINEAR.singularValues.reduce((sum, value) => sum + value ** (2 * exponent), 0);
      expect(trace(power(moments(LINEAR, part), exponent)) / expected).toBeCloseTo(1, 4);
    }
  });

  it('mixes the singular directions over the tasks, which see one and the same inputs', () => {
    const { tasks } = drawCapacity(LINEAR, 8);
    expect(new Set(tasks.map((task) => task.train.inputs)).size).toBe(1);
    expect(Math.abs(moments(LINEAR, 'train')[0]?.[1] ?? 0)).toBeGreaterThan(0.05);
    expect(tasks[0]?.train.targets).toEqual(tasks[0]?.train.clean);
  });

  it('takes as many tasks as singular values', () => {
    expect(drawCapacity(sourceOf({ teacher: 'linear', singularValues: [3, 1] }), 1).tasks).toHaveLength(2);
    expect(() => drawCapacity({ ...LINEAR, dimension: 3 }, 1)).toThrow(RangeError);
  });
});

describe('relu capacity source', () => {
  it('has coefficients of at least one half', () => {
    // With symmetric independent coefficients the mixed terms vanish: E[y^2] = q/2 (1/4 + E|z| + 1).
    const squares = Array.from({ length: 400 }, (_, seed) => {
      const clean = cleanOf(taskOf(drawCapacity({ ...RELU, samples: 1, testSamples: 50 }, seed), 0).test);
      return meanProduct(clean, clean);
    });
    const expected = (RELU.features / 2) * (1.25 + Math.sqrt(2 / Math.PI));
    expect(Math.abs(mean(squares) - expected)).toBeLessThan(4 * Math.sqrt(variance(squares) / squares.length));
  });

  it('shares or parts the hidden units without changing the first rows', () => {
    const parted = drawCapacity(RELU, 8);
    const shared = drawCapacity({ ...RELU, relation: 'shared' }, 8);
    expect(shared.tasks.map((task) => task.train.inputs)).toEqual(parted.tasks.map((task) => task.train.inputs));
    expect(new Set(parted.tasks.map((task) => task.train.inputs)).size).toBe(3);
    expect(taskOf(shared, 1).train.clean).not.toEqual(taskOf(parted, 1).train.clean);
  });
});
