import { describe, expect, it } from 'vitest';
import type { TableSource } from '../spec/experiment';
import { drawSuite } from './drawSuite';

const COMMON: TableSource = {
  source: 'table',
  inputs: [
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ],
  tasks: [
    { name: 'value', loss: 'mse', inputs: null, targets: [[1000], [-2], [0.5], [4]], classes: null },
    { name: 'colour', loss: 'softmax', inputs: null, targets: [[2], [0], [1], [2]], classes: 3 },
    {
      name: 'flags',
      loss: 'sigmoid',
      inputs: null,
      targets: [
        [0, 1],
        [1, 1],
        [0, 0],
        [1, 0],
      ],
      classes: null,
    },
  ],
  split: null,
};
const OWN: TableSource = {
  source: 'table',
  inputs: null,
  tasks: [
    { name: 'a', loss: 'mse', inputs: [[1], [2], [3]], targets: [[1], [2], [3]], classes: null },
    { name: 'b', loss: 'mse', inputs: [[9], [8]], targets: [[0], [1]], classes: null },
  ],
  split: null,
};

describe('table source', () => {
  it('takes numbers as they are, classes one-hot', () => {
    const suite = drawSuite(COMMON, 0);
    expect(suite.inputs).toBe(2);
    expect(suite.tasks.map((task) => [...task.train.targets])).toEqual([
      [1000, -2, 0.5, 4],
      [0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1],
      [0, 1, 1, 1, 0, 0, 1, 0],
    ]);
    for (const { train, validation, test } of suite.tasks) {
      expect([...train.inputs]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(validation).toEqual(train);
      expect(test).toEqual(train);
      expect(train.clean).toBeNull();
    }
  });

  it('does not depend on the seed', () => {
    expect(drawSuite(COMMON, 4)).toEqual(drawSuite(COMMON, 2 ** 32 - 1));
  });

  it('gives tasks with common inputs the very same array', () => {
    const [first, second] = drawSuite(COMMON, 0).tasks;
    expect(second?.train.inputs).toBe(first?.train.inputs);
  });

  it('splits by row number in the given order', () => {
    const suite = drawSuite({ ...COMMON, split: { train: [3, 0], validation: [1], test: [2] } }, 0);
    expect([...(suite.tasks[0]?.train.inputs ?? [])]).toEqual([7, 8, 1, 2]);
    expect(suite.tasks.map((task) => [task.train.rows, task.validation.rows, task.test.rows])).toEqual(
      Array.from({ length: 3 }, () => [2, 1, 1]),
    );
    expect([...(suite.tasks[1]?.test.targets ?? [])]).toEqual([0, 1, 0]);
  });

  it('lets each task bring its own rows', () => {
    const suite = drawSuite(OWN, 0);
    expect(suite.inputs).toBe(1);
    expect(suite.tasks.map((task) => [...task.train.inputs])).toEqual([
      [1, 2, 3],
      [9, 8],
    ]);
  });

  it('refuses what does not fit together', () => {
    const task = (change: object): TableSource => ({
      ...COMMON,
      tasks: COMMON.tasks.map((old, i) => (i === 1 ? { ...old, ...change } : old)),
    });
    const bad: TableSource[] = [
      { ...COMMON, inputs: [[1, 2], [3], [4, 5], [6, 7]] },
      { ...COMMON, inputs: null },
      { ...COMMON, split: { train: [4], validation: [0], test: [1] } },
      task({ targets: [[0], [1], [2]] }),
      task({ targets: [[0], [1], [2], [3]] }),
      task({ targets: [[0], [1], [2], [0.5]] }),
      task({ targets: [[0], [1], [2], []] }),
    ];
    for (const source of bad) expect(() => drawSuite(source, 0)).toThrow(RangeError);
  });
});
