import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WeatherSource } from '../spec/sources/weather';
import { WEATHER_ROWS } from '../spec/sources/weather';
import { splitRows, taskShapes } from '../spec/taskShapes';
import provenance from './data/weather.provenance.json';
import { drawSuite } from './drawSuite';
import { columnOf, deviation, mean, partOf } from './testing/columns';
import { labelledDays, weatherSplit } from './weather';
import { WEATHER_DAYS, WEATHER_TYPES } from './weatherTable';

const ALL: WeatherSource = {
  source: 'weather',
  tasks: ['type', 'maximum', 'wind'],
  units: 'standard',
  labelled: [null, null, null],
};
const SEEDS = [0, 1, 99, 2 ** 32 - 1];

describe('the committed weather table', () => {
  it('has the checksum, the days and the licence its provenance states', () => {
    const bytes = readFileSync(new URL('./data/weather.json', import.meta.url));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(provenance.sha256);
    expect(WEATHER_DAYS.length).toBe(provenance.rows);
    expect(provenance.licence).toBe('US-Government-Work');
  });

  it('covers four years with plausible measures and the known, uneven types', () => {
    expect(WEATHER_DAYS.length).toBe(366 + 3 * 365);
    const counts = WEATHER_TYPES.map((_, type) => WEATHER_DAYS.filter((day) => day.type === type).length);
    // Counted in the source with sort | uniq -c: drizzle, fog, rain, snow, sun.
    expect(counts).toEqual([53, 101, 641, 26, 640]);
    for (const day of WEATHER_DAYS) {
      expect(day.maximum).toBeGreaterThanOrEqual(day.minimum);
      expect(day.precipitation).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the weather split', () => {
  it.each(SEEDS)('seed %i: no day, today or tomorrow, is in two parts', (seed) => {
    const { train, validation, test } = weatherSplit(seed);
    expect({ train: train.length, validation: validation.length, test: test.length }).toEqual(WEATHER_ROWS);
    const part = new Map<number, string>();
    for (const [name, rows] of Object.entries({ train, validation, test })) {
      for (const day of rows.flatMap((row) => [row, row + 1])) {
        expect(part.get(day) ?? name).toBe(name);
        part.set(day, name);
      }
    }
    expect(part.size).toBe(1460);
  });

  it.each(SEEDS)('seed %i: whole blocks of time, each quarter of the year in its share', (seed) => {
    const { train, test } = weatherSplit(seed);
    expect(new Set(train.map((row) => Math.floor(row / 20))).size).toBe(44);
    for (const [rows, share] of [
      [train, 0.6],
      [test, 0.2],
    ] as const) {
      for (let quarter = 0; quarter < 4; quarter++) {
        const inQuarter = rows.filter((row) => Math.floor(((row / 365.25) % 1) * 4) === quarter).length;
        // A block may stretch into the next quarter: two blocks of 19 rows either way.
        expect(Math.abs(inQuarter - (share * 1387) / 4)).toBeLessThan(3 * 19);
      }
    }
  });

  it('differs between seeds', () => {
    expect(weatherSplit(0).train).not.toEqual(weatherSplit(1).train);
  });
});

describe('weather source', () => {
  it('has the shapes and sizes the spec layer announces', () => {
    const source: WeatherSource = { ...ALL, labelled: [30, null, 10] };
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
        expect(part.inputs.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('is repeatable', () => {
    expect(drawSuite(ALL, 7)).toEqual(drawSuite(ALL, 7));
  });

  it('asks for tomorrow from what is known today', () => {
    const rows = weatherSplit(7).test;
    const raw: WeatherSource = { ...ALL, units: 'raw' };
    const [type, maximum, wind] = [0, 1, 2].map((task) => partOf(drawSuite(raw, 7), task, 'test'));
    rows.forEach((row, i) => {
      const tomorrow = WEATHER_DAYS[row + 1];
      expect(type?.targets[5 * i + (tomorrow?.type ?? 9)]).toBe(1);
      expect(maximum?.targets[i]).toBe(Math.fround(tomorrow?.maximum ?? NaN));
      expect(wind?.targets[i]).toBe(Math.fround(tomorrow?.wind ?? NaN));
      expect(type?.inputs[11 * i + 4 + (WEATHER_DAYS[row]?.type ?? 9)]).toBe(1);
    });
  });

  it('standardises measures by training rows, standard targets by labelled ones', () => {
    const train = partOf(drawSuite({ ...ALL, labelled: [null, 50, null] }, 3), 0, 'train');
    for (let column = 0; column < 4; column++) {
      expect(mean(columnOf(train, column, 11))).toBeCloseTo(0, 5);
      expect(deviation(columnOf(train, column, 11))).toBeCloseTo(1, 5);
    }
    const maximum = partOf(drawSuite({ ...ALL, labelled: [null, 50, null] }, 3), 1, 'train').targets;
    expect(maximum.length).toBe(50);
    expect(mean([...maximum])).toBeCloseTo(0, 5);
    expect(deviation([...maximum])).toBeCloseTo(1, 5);
  });

  it('raw units differ in scale as the measures do', () => {
    const suite = drawSuite({ ...ALL, units: 'raw' }, 3);
    const [warm, windy] = [1, 2].map((task) => deviation([...partOf(suite, task, 'train').targets]) ** 2);
    expect((warm ?? NaN) / (windy ?? NaN)).toBeGreaterThan(15);
  });

  it('labels nested subsets, each task its own', () => {
    const { train } = weatherSplit(5);
    const fifty = labelledDays(train, 'wind', 50, 5);
    expect(labelledDays(train, 'wind', 20, 5)).toEqual(fifty.slice(0, 20));
    expect(labelledDays(train, 'type', 50, 5)).not.toEqual(fifty);
    for (const labelled of [0, 837, 1.5]) expect(() => labelledDays(train, 'wind', labelled, 5)).toThrow(RangeError);
  });

  it('has one inputs object for all fully labelled tasks', () => {
    const { tasks } = drawSuite(ALL, 0);
    expect(new Set(tasks.map((task) => task.train.inputs)).size).toBe(1);
  });
});
