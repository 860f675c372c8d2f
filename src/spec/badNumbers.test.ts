/** Every number of a preset against every bad number: refused at its place, with what was found and what is allowed. */
import { describe, expect, test } from 'vitest';
import { showNumber, showPath } from './describeProblem';
import { inBothLanguages } from './describe.fixture';
import { isWithin, LIMITS, type LimitName } from './limits';
import { parsePreset } from './parsePreset';
import { anglePreset, penguinsPreset, tablePreset } from './presets.fixture';
import { showFound } from './showFound';

/** What people, spreadsheets and attackers put where a number belongs. */
const SCALARS: readonly unknown[] = [
  ...[-1, -0.5, -1e-9, -1e9, -1e300, -Number.MAX_VALUE, -Number.MAX_SAFE_INTEGER, 0, 1e-300, Number.MIN_VALUE],
  ...[0.5, 1.5, Math.PI, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, 1e9 + 1, 1e10, 1e21, 1e300, Number.MAX_VALUE],
  ...[NaN, Infinity, -Infinity, null, true, false, '', '0', '5', ' 5', '5 ', '1e3', '0x10', '5px', 'five', '五'],
  ...['NaN', 'Infinity', 'null', '1,000', [], [5], {}, { value: 5 }],
];

type Field = readonly [preset: object, path: string, limit: LimitName, alsoAllowed?: readonly unknown[]];

const FIELDS: readonly Field[] = [
  [anglePreset, 'experiment.tasks.dimension', 'dimension'],
  [anglePreset, 'experiment.tasks.features', 'reluFeatures'],
  [anglePreset, 'experiment.tasks.angle', 'angle'],
  [anglePreset, 'experiment.tasks.samples.0', 'samples'],
  [anglePreset, 'experiment.tasks.samples.1', 'samples'],
  [anglePreset, 'experiment.tasks.noise', 'noise'],
  [anglePreset, 'experiment.tasks.validationSamples', 'samples'],
  [anglePreset, 'experiment.tasks.testSamples', 'samples'],
  [anglePreset, 'experiment.sweep.values.1', 'angle'],
  [anglePreset, 'experiment.schemes.0.learningRate', 'learningRate'],
  [anglePreset, 'experiment.schemes.0.taskWeights.1', 'taskWeight'],
  [anglePreset, 'experiment.schemes.1.share', 'sharedLayers'],
  [anglePreset, 'experiment.schemes.2.lambda', 'lambda'],
  [anglePreset, 'experiment.seeds.first', 'seed'],
  [anglePreset, 'experiment.seeds.count', 'seeds'],
  [anglePreset, 'experiment.model.trunk.0.units', 'units'],
  [anglePreset, 'experiment.model.head.0.units', 'units'],
  [anglePreset, 'experiment.training.steps', 'steps'],
  [anglePreset, 'experiment.training.batch', 'batch', [null]],
  [anglePreset, 'experiment.training.optimizer.beta1', 'beta1'],
  [anglePreset, 'experiment.training.optimizer.beta2', 'beta2'],
  [anglePreset, 'experiment.training.optimizer.epsilon', 'epsilon'],
  [anglePreset, 'experiment.training.learningRate', 'learningRate'],
  [anglePreset, 'experiment.training.schedule.every', 'scheduleEvery'],
  [anglePreset, 'experiment.training.schedule.factor', 'scheduleFactor'],
  [anglePreset, 'experiment.evaluation.every', 'evaluationEvery'],
  [anglePreset, 'check.2.within', 'tolerance'],
  [anglePreset, 'check.3.min', 'measured'],
  [anglePreset, 'check.3.max', 'measured'],
  [penguinsPreset, 'experiment.tasks.labelled.0', 'samples', [null]],
  [penguinsPreset, 'experiment.sweep.values.0', 'samples'],
  [penguinsPreset, 'experiment.training.optimizer.momentum', 'momentum'],
  [penguinsPreset, 'experiment.training.schedule.floor', 'scheduleFloor'],
  [tablePreset, 'experiment.tasks.inputs.2.1', 'tableValue'],
  [tablePreset, 'experiment.tasks.tasks.1.targets.3.0', 'tableValue'],
  [tablePreset, 'experiment.tasks.tasks.2.classes', 'classes'],
  [tablePreset, 'experiment.tasks.split.train.1', 'tableRow'],
];

function pathOf(dotted: string): (string | number)[] {
  return dotted.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

function withValue(preset: object, path: readonly (string | number)[], value: unknown): object {
  const copy = structuredClone(preset);
  let parent: object = copy;
  for (const key of path.slice(0, -1)) {
    const next: unknown = Reflect.get(parent, key);
    if (typeof next !== 'object' || next === null) throw new Error(`the fixture has no ${path.join('.')}`);
    parent = next;
  }
  const last = path.at(-1) ?? '';
  if (!Object.hasOwn(parent, last)) throw new Error(`the fixture has no ${path.join('.')}`);
  Reflect.set(parent, last, value);
  return copy;
}

test.each([
  ['angle', anglePreset],
  ['penguins', penguinsPreset],
  ['table', tablePreset],
])('the unchanged %s preset is accepted', (_, preset) => {
  expect(parsePreset(preset)).toMatchObject({ ok: true });
});

test('there are at least 40 bad numbers, and enough fields', () => {
  expect(SCALARS.length).toBeGreaterThanOrEqual(40);
  expect(FIELDS.length).toBeGreaterThanOrEqual(35);
});

describe.each(FIELDS.map((field) => ({ field, name: field[1] })))('$name', ({ field }) => {
  const [preset, dotted, limit, alsoAllowed = []] = field;
  const path = pathOf(dotted);
  const range = LIMITS[limit];
  const bad = SCALARS.filter((value) => !isWithin(range, value) && !alsoAllowed.includes(value));

  test('refuses each bad number', () => {
    expect(bad.length).toBeGreaterThanOrEqual(25);
    for (const value of bad) {
      const parsing = parsePreset(withValue(preset, path, value));
      if (parsing.ok) throw new Error(`${dotted} = ${showFound(value)} was accepted`);
      const problem = parsing.problems.find((candidate) => showPath(candidate.path).startsWith(showPath(path)));
      if (problem === undefined) throw new Error(`${dotted} = ${showFound(value)} was refused at another place`);
      for (const message of inBothLanguages(problem)) {
        expect(message).toContain(showPath(path));
        expect(message).not.toMatch(/\{\{|undefined|\[object/);
        // A list or an object that is no number is refused as a whole, or in what it holds.
        if (typeof value !== 'object' || value === null) expect(message).toContain(showFound(value));
        if (problem.code !== 'not-finite' && typeof value !== 'object') {
          expect(message).toContain(showNumber(range.min));
          expect(message).toContain(showNumber(range.max));
        }
      }
    }
  });

  test('accepts both ends of its range, unless another field stands against it', () => {
    for (const value of [range.min, range.max]) {
      const parsing = parsePreset(withValue(preset, path, value));
      if (parsing.ok) continue;
      const codes = parsing.problems.map((problem) => problem.code);
      expect(codes, String(value)).not.toContain('wrong-type');
      expect(codes, String(value)).not.toContain('not-integer');
      const here = parsing.problems.filter((problem) => showPath(problem.path) === showPath(path));
      expect(here.map((problem) => problem.code)).not.toContain('out-of-range');
    }
  });
});
