import { describe, expect, test } from 'vitest';
import type { ModelSpec, Scheme } from './experiment';
import { layerSizes, parameterCount, parameterCounts, towerParameters } from './parameterCount';
import type { TaskShape } from './taskShape';
import { presetById } from '../presets';
import { resolve } from './resolve';

const relu = (units: number) => ({ units, activation: 'relu' }) as const;
const model = (trunk: readonly number[], head: readonly number[] = []): ModelSpec => ({
  trunk: trunk.map(relu),
  head: head.map(relu),
  headStart: 'own',
});
const regressions = (outputs: readonly number[]): readonly TaskShape[] =>
  outputs.map((width, index) => ({ name: String(index), loss: 'mse', outputs: width, score: 'relativeError' }));
const hard = (sharedLayers: number): Scheme => ({ kind: 'hard', sharedLayers, groups: null });
const soft: Scheme = { kind: 'soft', lambda: 1, penalty: 'pairwise', on: 'all', coupling: 'gradient' };

describe('16 inputs, a trunk of 32, three scalar heads', () => {
  const shapes = regressions([1, 1, 1]);
  test.each([
    ['alone', { kind: 'alone' }, 3 * (16 * 32 + 32 + 32 + 1), 1731],
    ['soft', soft, 3 * (16 * 32 + 32 + 32 + 1), 1731],
    ['nothing shared', hard(0), 3 * 577, 1731],
    ['a shared trunk', hard(1), 16 * 32 + 32 + 3 * (32 + 1), 643],
    ['everything shared', hard(2), 16 * 32 + 32 + 32 + 1, 577],
  ] as const)('%s', (_, scheme, byHand, value) => {
    expect(byHand).toBe(value);
    expect(parameterCount(model([32]), 16, shapes, scheme)).toBe(value);
  });
});

test('real output widths count, not the padded ones that a matrix of towers holds', () => {
  const shapes = regressions([3, 1, 1]);
  const trunk = 3 * 16 + 16;
  expect(parameterCount(model([16]), 3, shapes, hard(1))).toBe(trunk + (16 * 3 + 3) + 2 * (16 + 1));
  expect(parameterCount(model([16]), 3, shapes, soft)).toBe(3 * trunk + 51 + 2 * 17);
  expect(towerParameters(model([16]), 3, shapes)).toBe(trunk + 51);
});

test('hidden layers of heads belong to each task, until they too are shared', () => {
  const shapes = regressions([1, 1]);
  const deep = model([8, 4], [2]);
  expect(layerSizes(deep, 5, 1)).toEqual([48, 36, 10, 3]);
  expect([0, 1, 2, 3, 4].map((layers) => parameterCount(deep, 5, shapes, hard(layers)))).toEqual([
    194, 146, 110, 100, 97,
  ]);
});

test('a linear model is one layer', () => {
  expect(parameterCount(model([]), 10, regressions([1, 1]), { kind: 'alone' })).toBe(22);
  expect(parameterCount(model([]), 10, regressions([1, 1]), hard(1))).toBe(11);
});

test('of each arm of an experiment', () => {
  const spec = resolve(presetById('penguins'));
  const alone = 3 * 64 + 51 + 17 + 17;
  expect(parameterCounts(spec)).toEqual(spec.arms.map((arm) => (arm.scheme.kind === 'hard' ? 64 + 85 : alone)));
});

test('groups of tasks: one trunk per group, and one for every task left out', () => {
  const shapes = regressions([1, 1, 1, 1]);
  const trunk = 5 * 8 + 8;
  const heads = 4 * 9;
  const grouped = (groups: readonly (readonly number[])[]): Scheme => ({ kind: 'hard', sharedLayers: 1, groups });
  expect(
    parameterCount(
      model([8]),
      5,
      shapes,
      grouped([
        [0, 1],
        [2, 3],
      ]),
    ),
  ).toBe(2 * trunk + heads);
  expect(parameterCount(model([8]), 5, shapes, grouped([[0, 1]]))).toBe(3 * trunk + heads);
  expect(parameterCount(model([8]), 5, shapes, grouped([]))).toBe(4 * trunk + heads);
});
