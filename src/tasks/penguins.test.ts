import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PenguinsSource } from '../spec/experiment';
import { PENGUIN_ROWS, splitRows, taskShapes } from '../spec/taskShapes';
import provenance from './data/penguins.provenance.json';
import { drawSuite } from './drawSuite';
import { labelledPenguins, penguinSplit } from './penguins';
import { PENGUINS } from './penguinTable';
import type { TaskSplit } from './taskSuite';

const ALL: PenguinsSource = { source: 'penguins', tasks: ['species', 'sex', 'mass'], labelled: [null, null, null] };
const SEEDS = [0, 1, 99, 2 ** 32 - 1];

function split(source: PenguinsSource, seed: number, task: number, part: 'train' | 'validation' | 'test'): TaskSplit {
  const data = drawSuite(source, seed).tasks[task];
  if (data === undefined) throw new Error(`no task ${task}`);
  return data[part];
}
function column(data: TaskSplit, index: number, width: number): number[] {
  return Array.from({ length: data.rows }, (_, row) => data.inputs[row * width + index] ?? NaN);
}
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function deviation(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
}
function stratum(row: number): string {
  const penguin = PENGUINS[row];
  return `${penguin?.species ?? '?'}${penguin?.sex ?? '?'}`;
}
function countStrata(rows: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[stratum(row)] = (counts[stratum(row)] ?? 0) + 1;
  return counts;
}

describe('the committed penguin table', () => {
  it('has the checksum and the rows its provenance states', () => {
    const bytes = readFileSync(new URL('./data/penguins.json', import.meta.url));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(provenance.sha256);
    expect(PENGUINS.length).toBe(provenance.rows);
    expect(provenance.licence).toBe('CC0-1.0');
  });

  it('holds the published counts and plausible measures', () => {
    const rows = PENGUINS.map((_, row) => row);
    expect(countStrata(rows)).toEqual({ '00': 73, '01': 73, '10': 34, '11': 34, '20': 58, '21': 61 });
    // Means of the complete cases, as every published summary of the data prints them.
    const published = [43.99, 17.16, 200.97] as const;
    published.forEach((value, i) => expect(mean(PENGUINS.map((p) => p.features[i] ?? NaN))).toBeCloseTo(value, 2));
    expect(mean(PENGUINS.map((p) => p.mass))).toBeCloseTo(4207.06, 2);
  });
});

describe('the penguin split', () => {
  it.each(SEEDS)('seed %i: disjoint, complete, of the sizes the spec knows', (seed) => {
    const { train, validation, test } = penguinSplit(seed);
    expect({ train: train.length, validation: validation.length, test: test.length }).toEqual(PENGUIN_ROWS);
    const all = [...train, ...validation, ...test].sort((a, b) => a - b);
    expect(all).toEqual(PENGUINS.map((_, row) => row));
  });

  it.each(SEEDS)('seed %i: each species and sex in its proportion', (seed) => {
    const { train, validation, test } = penguinSplit(seed);
    const total = countStrata(PENGUINS.map((_, row) => row));
    for (const [rows, share] of [
      [train, 0.6],
      [validation, 0.2],
      [test, 0.2],
    ] as const) {
      for (const [name, count] of Object.entries(countStrata(rows))) {
        expect(Math.abs(count - share * (total[name] ?? NaN))).toBeLessThanOrEqual(1);
      }
    }
  });

  it('differs between seeds, and puts each bird into training in 60 % of them', () => {
    expect(penguinSplit(0).train).not.toEqual(penguinSplit(1).train);
    const times = new Array<number>(PENGUINS.length).fill(0);
    const rounds = 300;
    for (let seed = 0; seed < rounds; seed++)
      for (const row of penguinSplit(seed).train) times[row] = (times[row] ?? 0) + 1;
    const bound = 4.5 * Math.sqrt(rounds * 0.6 * 0.4);
    expect(Math.max(...times.map((count) => Math.abs(count - 0.6 * rounds)))).toBeLessThan(bound + 0.02 * rounds);
  });
});

describe('labelled penguins', () => {
  const { train } = penguinSplit(5);

  it('are nested and stratified at every size', () => {
    const order = labelledPenguins(train, 'mass', train.length, 5);
    const share = countStrata(train);
    for (let n = 1; n <= train.length; n++) {
      const rows = labelledPenguins(train, 'mass', n, 5);
      expect(rows).toEqual(order.slice(0, n));
      const counts = countStrata(rows);
      for (const [name, count] of Object.entries(share)) {
        expect(Math.abs((counts[name] ?? 0) - (count * n) / train.length)).toBeLessThanOrEqual(1);
      }
    }
    expect(new Set(order)).toEqual(new Set(train));
  });

  it('are each task’s own, whatever other tasks there are', () => {
    const rows = (task: 'species' | 'sex' | 'mass') => labelledPenguins(train, task, 40, 5);
    expect(rows('sex')).not.toEqual(rows('mass'));
    const together = split({ ...ALL, labelled: [20, null, 40] }, 5, 2, 'train');
    const alone = split({ source: 'penguins', tasks: ['mass'], labelled: [40] }, 5, 0, 'train');
    expect(together).toEqual(alone);
  });

  it('refuse more than there are, none, and fractions', () => {
    for (const labelled of [0, 201, 1.5]) expect(() => labelledPenguins(train, 'sex', labelled, 5)).toThrow(RangeError);
  });
});

describe('penguins source', () => {
  it('has the shapes and sizes the spec layer announces', () => {
    const source: PenguinsSource = { ...ALL, labelled: [30, null, 10] };
    const suite = drawSuite(source, 0);
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
        expect(part.inputs.length).toBe(part.rows * suite.inputs);
        expect(part.targets.length).toBe(part.rows * shape.outputs);
      }
    }
  });

  it.each(SEEDS)('seed %i: inputs and mass are standardised by training rows', (seed) => {
    const train = split(ALL, seed, 2, 'train');
    for (let index = 0; index < 3; index++) {
      expect(mean(column(train, index, 3))).toBeCloseTo(0, 6);
      expect(deviation(column(train, index, 3))).toBeCloseTo(1, 6);
      expect(Math.abs(mean(column(split(ALL, seed, 2, 'test'), index, 3)))).toBeGreaterThan(1e-4);
    }
    for (const labelled of [200, 25]) {
      const mass = [...split({ ...ALL, labelled: [null, null, labelled] }, seed, 2, 'train').targets];
      expect(mean(mass)).toBeCloseTo(0, 6);
      expect(deviation(mass)).toBeCloseTo(1, 6);
    }
  });

  it('keeps the inputs of a bird the same number for every task and label count', () => {
    const all = split(ALL, 3, 0, 'train');
    const few = split({ ...ALL, labelled: [15, null, null] }, 3, 0, 'train');
    const rows = penguinSplit(3).train;
    labelledPenguins(rows, 'species', 15, 3).forEach((row, i) => {
      const at = rows.indexOf(row);
      expect([...few.inputs.subarray(3 * i, 3 * i + 3)]).toEqual([...all.inputs.subarray(3 * at, 3 * at + 3)]);
      expect([...few.targets.subarray(3 * i, 3 * i + 3)]).toEqual([...all.targets.subarray(3 * at, 3 * at + 3)]);
    });
  });

  it('has one inputs object for all fully labelled tasks', () => {
    const { tasks } = drawSuite(ALL, 0);
    expect(new Set(tasks.map((task) => task.train.inputs)).size).toBe(1);
    expect(new Set(tasks.map((task) => task.test.inputs)).size).toBe(1);
  });

  it('pairs inputs with the right targets', () => {
    const rows = penguinSplit(7).test;
    const species = split(ALL, 7, 0, 'test').targets;
    const sex = split(ALL, 7, 1, 'test').targets;
    rows.forEach((row, i) => {
      expect(species[3 * i + (PENGUINS[row]?.species ?? 9)]).toBe(1);
      expect(sex[i]).toBe(PENGUINS[row]?.sex);
    });
    expect(species.reduce((sum, value) => sum + value, 0)).toBe(rows.length);
  });
});
