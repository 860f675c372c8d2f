/** What every source keeps to, asked of every source in its shortest form. */
import { describe, expect, it } from 'vitest';
import { resolveTasks } from '../spec/resolveTasks';
import { shortestForms } from '../spec/sources/shortest.fixture';
import { tasksField } from '../spec/taskFields';
import { inputWidth, splitRows, taskShapes } from '../spec/taskShapes';
import { drawSuite } from './drawSuite';
import type { TaskSplit, TaskSuite } from './taskSuite';

const sourceOf = (name: string) =>
  resolveTasks(tasksField.parse(shortestForms.find(({ source }) => source === name)?.written));

const splitsOf = (suite: TaskSuite): readonly TaskSplit[] =>
  suite.tasks.flatMap(({ train, validation, test }) => [train, validation, test]);

/** `toEqual` takes seconds for the numbers of images. */
function haveSameBits(a: Float32Array | undefined, b: Float32Array | undefined): boolean {
  return a !== undefined && a.length === b?.length && a.every((value, i) => Object.is(value, b[i]));
}

/** Rows as text, so that they can be looked up; a row that is told apart by its inputs alone. */
function rowsOf(split: TaskSplit, width: number): readonly string[] {
  return Array.from({ length: split.rows }, (_, row) => split.inputs.subarray(row * width, (row + 1) * width).join());
}

/** Nothing of these is drawn: numbers of the preset, or a formula. */
const SAME_FOR_ALL_SEEDS = ['table', 'landscape'];

describe.each(shortestForms)('$source', ({ source: name }) => {
  const source = sourceOf(name);
  const suite = drawSuite(source, 11);

  it('is as the spec announces it', () => {
    expect(suite.inputs).toBe(inputWidth(source));
    expect(suite.tasks.map((task) => task.shape)).toEqual(taskShapes(source));
    const sizes = suite.tasks.map(({ train, validation, test }) => ({
      train: train.rows,
      validation: validation.rows,
      test: test.rows,
    }));
    expect(sizes).toEqual(splitRows(source));
    for (const { shape, ...parts } of suite.tasks) {
      for (const part of Object.values(parts)) {
        expect(part.inputs.length).toBe(part.rows * suite.inputs);
        expect(part.targets.length).toBe(part.rows * shape.outputs);
        expect(part.clean?.length ?? part.targets.length).toBe(part.targets.length);
        expect(part.inputs.every(Number.isFinite) && part.targets.every(Number.isFinite)).toBe(true);
        if (shape.loss === 'mse') continue;
        expect(new Set(part.targets).size).toBeLessThanOrEqual(2);
        const sum = part.targets.reduce((total, value) => total + value, 0);
        if (shape.loss === 'softmax') expect(sum).toBe(part.rows);
      }
    }
  });

  it('is repeatable, and another seed is another draw', () => {
    const again = drawSuite(source, 11);
    splitsOf(suite).forEach((split, i) => {
      const same = splitsOf(again)[i];
      expect(haveSameBits(split.inputs, same?.inputs) && haveSameBits(split.targets, same?.targets)).toBe(true);
    });
    if (SAME_FOR_ALL_SEEDS.includes(name)) return;
    const [first] = splitsOf(suite);
    const [other] = splitsOf(drawSuite(source, 12));
    expect(haveSameBits(first?.inputs, other?.inputs)).toBe(false);
  });

  it('draws every batch of fresh rows from its step alone, more rows extending fewer', () => {
    if (suite.fresh === null) return;
    const { fresh } = suite;
    const batch = fresh(40, 10);
    fresh(3, 20);
    expect(fresh(40, 10)).toEqual(batch);
    expect(drawSuite(source, 11).fresh?.(40, 10)).toEqual(batch);
    expect(fresh(41_000, 10)).not.toEqual(batch);
    expect(batch).toHaveLength(suite.tasks.length);
    const larger = fresh(40, 16);
    batch.forEach(({ inputs, targets }, task) => {
      const outputs = suite.tasks[task]?.shape.outputs ?? 0;
      expect([inputs.length, targets.length]).toEqual([10 * suite.inputs, 10 * outputs]);
      expect(larger[task]?.inputs.subarray(0, inputs.length)).toEqual(inputs);
      expect(larger[task]?.targets.subarray(0, targets.length)).toEqual(targets);
    });
    const common = new Set(suite.tasks.map((task) => task.train.inputs)).size === 1;
    expect(new Set(batch.map((rows) => rows.inputs)).size).toBe(common ? 1 : suite.tasks.length);
  });
});

/** Of real data rows may repeat by nature, and their tests compare row numbers; generated rows never do. */
const GENERATED = [
  'angle',
  'related',
  'negated',
  'capacity',
  'groups',
  'scales',
  'mmoe',
  'sinusoids',
  'glyphs',
] as const;

describe.each(GENERATED)('%s', (name) => {
  it('learns from no row that it is tested on', () => {
    const suite = drawSuite(sourceOf(name), 5);
    for (const { train, validation, test } of suite.tasks) {
      const all = [train, validation, test].flatMap((part) => rowsOf(part, suite.inputs));
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
