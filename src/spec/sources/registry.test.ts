/** What every source promises, asked of every source. */
import { describe, expect, test } from 'vitest';
import { taskSourceSchema } from '../../record/taskSourceSchema';
import { resolvePoints, resolveTasks } from '../resolveTasks';
import { sweepField, tasksField } from '../taskFields';
import { inputWidth, splitRows, taskShapes } from '../taskShapes';
import { parsePreset } from '../parsePreset';
import { SOURCES } from './registry';
import { shortestForms } from './shortest.fixture';

const words = { 'zh-CN': '一句话', en: 'A sentence' };
function preset(experiment: object): object {
  return { version: 1, id: 'test', title: words, claim: words, lookAt: words, experiment };
}

describe.each(shortestForms)('$source', ({ source, written }) => {
  const resolved = resolveTasks(tasksField.parse(written));

  test('its shortest form makes a preset', () => {
    expect(parsePreset(preset({ tasks: written, seeds: { count: 2 } }))).toMatchObject({ ok: true });
  });

  test('its complete form is read back from a recording as it was', () => {
    expect(resolved.source).toBe(source);
    expect(taskSourceSchema.parse(structuredClone(resolved))).toEqual(resolved);
    expect(taskSourceSchema.safeParse({ ...resolved, more: 1 }).success).toBe(false);
  });

  test('has 2 to 10 tasks of different names, each with rows to learn, choose and report on', () => {
    const shapes = taskShapes(resolved);
    expect(shapes.length).toBeGreaterThanOrEqual(2);
    expect(shapes.length).toBeLessThanOrEqual(10);
    expect(new Set(shapes.map((shape) => shape.name)).size).toBe(shapes.length);
    expect(shapes.every((shape) => shape.outputs >= 1)).toBe(true);
    expect(inputWidth(resolved)).toBeGreaterThanOrEqual(1);
    expect(splitRows(resolved)).toHaveLength(shapes.length);
    for (const rows of splitRows(resolved)) {
      expect(Math.min(rows.train, rows.validation, rows.test)).toBeGreaterThanOrEqual(1);
    }
  });

  test('can be swept over what it lists, by the names of `sweepField`', () => {
    const { sweeps } = Object.entries(SOURCES).find(([name]) => name === source)?.[1] ?? { sweeps: {} };
    for (const over of Object.keys(sweeps)) {
      const sweep = sweepField.parse({ over, values: [1] });
      const [point] = resolvePoints(resolved, sweep);
      expect(point?.tasks).not.toEqual(resolved);
      expect(taskSourceSchema.parse(point?.tasks)).toEqual(point?.tasks);
    }
  });
});

test('every name that can be swept belongs to a source, or to all', () => {
  const known = Object.values(SOURCES).flatMap((source) => Object.keys(source.sweeps));
  const names = sweepField.def.options.flatMap((option) => [...option.def.shape.over.def.values]);
  expect(names.filter((name) => !known.includes(name))).toEqual(['width', 'fold']);
});

test('the generic sweeps set the point and leave the source alone', () => {
  const source = resolveTasks({ source: 'angle' });
  expect(resolvePoints(source, { over: 'width', values: [2, 8] })).toEqual([
    { value: 2, tasks: source, width: 2, fold: null },
    { value: 8, tasks: source, width: 8, fold: null },
  ]);
  expect(resolvePoints(source, { over: 'fold', values: [0, 1, 2] }).map((point) => point.fold)).toEqual([
    { index: 0, of: 3 },
    { index: 1, of: 3 },
    { index: 2, of: 3 },
  ]);
});
