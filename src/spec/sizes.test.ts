import { expect, test } from 'vitest';
import { presetById } from '../presets';
import { resolve } from './resolve';
import { countSizes, evaluationCount } from './sizes';
import { inputWidth, PENGUIN_ROWS, splitRows, taskShapes } from './taskShapes';

test('sizes of the phase diagram, by hand', () => {
  const spec = resolve(presetById('phase-diagram'));
  expect(evaluationCount(spec)).toBe(21);
  expect(countSizes(spec)).toEqual({
    lanes: 4 * 9 * 20,
    parameters: 720 * 2 * (20 * 16 + 16 + 16 + 1),
    dataNumbers: 4 * 20 * 2 * (60 + 200 + 500) * (20 + 1),
    recordNumbers: 21 * 720 * (5 * 2 + 3 * 2),
  });
});

test('evaluations at step 0, at each multiple, and at the last step', () => {
  const count = (steps: number, every: number) =>
    evaluationCount({
      training: { ...resolve(presetById('negated')).training, steps },
      evaluation: { every, gradients: false, probes: [] },
    });
  expect([count(100, 10), count(105, 10), count(5, 10), count(1, 1)]).toEqual([11, 12, 2, 2]);
});

test('penguins: three measures in; three classes, one answer, one number out', () => {
  const source = resolve(presetById('penguins')).points[0]?.tasks;
  if (source === undefined) throw new Error('a point expected');
  expect(inputWidth(source)).toBe(3);
  expect(taskShapes(source).map(({ name, outputs, score }) => [name, outputs, score])).toEqual([
    ['species', 3, 'accuracy'],
    ['sex', 1, 'accuracy'],
    ['mass', 1, 'relativeError'],
  ]);
  expect(PENGUIN_ROWS.train + PENGUIN_ROWS.validation + PENGUIN_ROWS.test).toBe(333);
  expect(
    splitRows({ source: 'penguins', tasks: ['mass', 'sex'], labelled: [12, null] }).map((rows) => rows.train),
  ).toEqual([12, 200]);
});

test('tables: shapes follow from targets and classes, rows from the split', () => {
  const rows = [[0], [1], [2]];
  const source = {
    source: 'table',
    inputs: rows,
    tasks: [
      { name: 'class', loss: 'softmax', inputs: null, targets: rows, classes: 3 },
      {
        name: 'pair',
        loss: 'mse',
        inputs: [[5], [6], [7]],
        targets: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        classes: null,
      },
    ],
    split: { train: [0, 1], validation: [2], test: [2] },
  } as const;
  expect(taskShapes(source).map((shape) => shape.outputs)).toEqual([3, 2]);
  expect(splitRows(source)).toEqual(Array(2).fill({ train: 2, validation: 1, test: 1 }));
  expect(splitRows({ ...source, split: null })[0]).toEqual({ train: 3, validation: 3, test: 3 });
});
