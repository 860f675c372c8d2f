import { describe, expect, it } from 'vitest';
import { packNumbers } from '../spec/packedNumbers';
import { parsePreset } from '../spec/parsePreset';
import { own as description, ownSplit, type OwnColumn, type OwnSource } from '../spec/sources/own';
import { splitRows, taskShapes } from '../spec/taskShapes';
import { drawSuite } from './drawSuite';
import { ownRows } from './own';
import { columnOf, deviation, mean, partOf } from './testing/columns';

const ROWS = 101;
const SEEDS = [0, 1, 99, 2 ** 32 - 1];
const rowNumbers = Array.from({ length: ROWS }, (_, row) => row);

function columnFrom(
  name: string,
  kind: OwnColumn['kind'],
  levels: readonly string[],
  value: (row: number) => number,
): OwnColumn {
  return { name, kind, levels, values: packNumbers(rowNumbers.map(value)) };
}

const SOURCE: OwnSource = {
  source: 'own',
  rows: ROWS,
  inputs: [
    columnFrom('length', 'number', [], (row) => 100 + 3 * row),
    columnFrom('colour', 'category', ['red', 'green', 'blue'], (row) => row % 3),
  ],
  targets: [
    columnFrom('weight', 'number', [], (row) => row * row),
    columnFrom('ripe', 'yesNo', ['no', 'yes'], (row) => (row % 10 === 0 ? 1 : 0)),
    columnFrom('grade', 'category', ['a', 'b'], (row) => (row > 60 ? 1 : 0)),
  ],
  labelled: [null, null, null],
};

function presetWith(tasks: unknown): unknown {
  const both = { en: 'x', 'zh-CN': 'x' };
  return { version: 1, id: 'own', title: both, claim: both, lookAt: both, experiment: { tasks } };
}

describe('own source', () => {
  it('has the shapes and sizes the spec layer announces', () => {
    const source: OwnSource = { ...SOURCE, labelled: [null, 20, null] };
    const suite = drawSuite(source, 0);
    expect(suite.inputs).toBe(4);
    expect(suite.tasks.map((task) => task.shape)).toEqual(taskShapes(source));
    expect(
      suite.tasks.map(({ train, validation, test }) => ({
        train: train.rows,
        validation: validation.rows,
        test: test.rows,
      })),
    ).toEqual(splitRows(source));
    for (const { shape, train, validation, test } of suite.tasks) {
      for (const part of [train, validation, test]) {
        expect(part.inputs.length).toBe(part.rows * 4);
        expect(part.targets.length).toBe(part.rows * shape.outputs);
      }
    }
  });

  it.each(SEEDS)('seed %i: disjoint, complete, stratified by the first target with levels', (seed) => {
    const { train, validation, test } = ownRows(SOURCE, seed);
    expect({ train: train.length, validation: validation.length, test: test.length }).toEqual(ownSplit(ROWS));
    expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual(rowNumbers);
    const ripe = (rows: readonly number[]) => rows.filter((row) => row % 10 === 0).length;
    expect(Math.abs(ripe(train) - 0.6 * 11)).toBeLessThanOrEqual(1);
    expect(ripe(test)).toBeGreaterThan(0);
  });

  it('standardises by training rows, and pairs inputs with their targets', () => {
    const suite = drawSuite(SOURCE, 3);
    const [weight, ripe, grade] = [0, 1, 2].map((task) => partOf(suite, task, 'train'));
    if (weight === undefined || ripe === undefined || grade === undefined) throw new Error('a task is missing');
    expect(mean(columnOf(weight, 0, 4))).toBeCloseTo(0, 5);
    expect(deviation(columnOf(weight, 0, 4))).toBeCloseTo(1, 5);
    expect(mean([...weight.targets])).toBeCloseTo(0, 5);
    expect(deviation([...weight.targets])).toBeCloseTo(1, 5);
    ownRows(SOURCE, 3).train.forEach((row, i) => {
      expect([...weight.inputs.subarray(4 * i + 1, 4 * i + 4)]).toEqual([0, 1, 2].map((k) => (row % 3 === k ? 1 : 0)));
      expect(ripe.targets[i]).toBe(row % 10 === 0 ? 1 : 0);
      expect([...grade.targets.subarray(2 * i, 2 * i + 2)]).toEqual(row > 60 ? [0, 1] : [1, 0]);
    });
    expect(weight.inputs).toBe(grade.inputs);
  });

  it('is repeatable, differs between seeds, labels nested subsets', () => {
    expect(drawSuite(SOURCE, 5)).toEqual(drawSuite(SOURCE, 5));
    expect(ownRows(SOURCE, 5)).not.toEqual(ownRows(SOURCE, 6));
    const ripe = (labelled: number) =>
      partOf(drawSuite({ ...SOURCE, labelled: [null, labelled, null] }, 5), 1, 'train');
    expect(ripe(10).inputs).toEqual(ripe(30).inputs.subarray(0, 40));
  });

  it('comes through the door of presets, 20,000 rows of it, and resolves to itself', () => {
    const many = packNumbers(Array.from({ length: 20_000 }, (_, row) => row % 7));
    const {
      targets: [weight, ripe],
    } = SOURCE;
    if (weight === undefined || ripe === undefined) throw new Error('a target is missing');
    const zeros = packNumbers(new Array<number>(20_000).fill(0));
    const big = {
      ...SOURCE,
      rows: 20_000,
      inputs: Array.from({ length: 32 }, (_, i) => ({ name: `x${i}`, kind: 'number', values: many })),
      targets: [
        { ...weight, values: many },
        { ...ripe, values: zeros },
      ],
      labelled: [null, 500],
    };
    const parsing = parsePreset(presetWith(big));
    expect(parsing).toMatchObject({ ok: true });
    const resolved = description.resolve({ ...SOURCE, source: 'own' });
    expect(description.resolve(resolved)).toEqual(resolved);
    expect(structuredClone(resolved)).toEqual(resolved);
  });
});

describe('a table that does not fit together', () => {
  const check = (change: Partial<OwnSource>) => description.check({ ...SOURCE, ...change }, ['tasks']);
  const [length, colour] = SOURCE.inputs;
  if (length === undefined || colour === undefined) throw new Error('an input is missing');

  it('is refused at the place of the fault', () => {
    expect(check({})).toEqual([]);
    expect(check({ rows: 100 })).toHaveLength(5);
    expect(check({ inputs: [length, length] })).toMatchObject([
      { path: ['tasks', 'inputs', 1, 'name'], code: 'duplicate' },
    ]);
    expect(check({ inputs: [{ ...length, name: 'grade' }] })).toMatchObject([
      { path: ['tasks', 'targets', 2, 'name'], code: 'duplicate' },
    ]);
    expect(check({ inputs: [{ ...colour, levels: ['red', 'green'] }] })).toMatchObject([
      { path: ['tasks', 'inputs', 0, 'values', 2], code: 'out-of-range', params: { found: '2', max: 1 } },
    ]);
    expect(check({ inputs: [{ ...colour, levels: [] }] })).toMatchObject([{ code: 'list-length' }]);
    expect(check({ inputs: [{ ...length, values: ['????'] }] })).toMatchObject([{ code: 'bad-format' }]);
    expect(check({ inputs: [columnFrom('x', 'number', [], (row) => (row === 7 ? Infinity : 0))] })).toMatchObject([
      { path: ['tasks', 'inputs', 0, 'values', 7], code: 'not-finite' },
    ]);
    expect(check({ labelled: [62, null, null] })).toMatchObject([{ code: 'labelled-too-many' }]);
    expect(check({ labelled: [5] })).toMatchObject([{ code: 'length-mismatch' }]);
  });

  it('cannot be drawn either', () => {
    expect(() => drawSuite({ ...SOURCE, rows: 99 }, 1)).toThrow(RangeError);
    expect(() => drawSuite({ ...SOURCE, labelled: [62, null, null] }, 1)).toThrow(RangeError);
  });
});
