import { describe, expect, it } from 'vitest';
import { anglePreset } from '../../spec/presets.fixture';
import { parsePreset } from '../../spec/parsePreset';
import type { Preset } from '../../spec/preset';
import { resolve } from '../../spec/resolve';
import { taskShapes } from '../../spec/taskShapes';
import { sampleRecord } from '../sampleRun.fixture';
import { presetHash } from './presetHash';
import { presetResult } from './presetResult';
import { parseResults, resultsToJson } from './resultsSchema';

function parsed(changes: object = {}): Preset {
  const parsing = parsePreset({ ...anglePreset, ...changes });
  if (!parsing.ok) throw new Error(JSON.stringify(parsing.problems));
  return parsing.preset;
}

describe('presetHash', () => {
  it('is that of the resolved experiment: defaults written out change nothing, words neither', () => {
    const { evaluation, ...experiment } = anglePreset.experiment;
    const written = { ...experiment, evaluation: { ...evaluation, probes: [] } };
    expect(presetHash(parsed({ experiment: written }))).toBe(presetHash(parsed()));
    expect(presetHash(parsed({ title: { 'zh-CN': '别的', en: 'Another' }, quick: { seeds: 2 } }))).toBe(
      presetHash(parsed()),
    );
  });

  it('changes with what is trained, checked or concluded', () => {
    const others = [
      {},
      { experiment: { ...anglePreset.experiment, seeds: { first: 0, count: 4 } } },
      { check: anglePreset.check.slice(1) },
      { verdict: 'conditional' },
    ];
    expect(new Set(others.map((changes) => presetHash(parsed(changes)))).size).toBe(others.length);
  });
});

describe('presetResult', () => {
  const preset = parsed();
  const spec = resolve(preset);
  const [point] = spec.points;
  const tasks = point === undefined ? [] : taskShapes(point.tasks);
  /** Points 0 and 90, three arms, three seeds, two tasks: hard is a third better at point 0, and worse at 90. */
  const sample = sampleRecord(spec, [100], () => (name, index) => {
    const setting = Math.floor(index / 2 / 3);
    return name === 'testScore' ? ([0.3, 0.2, 0.3, 0.1, 0.2, 0.1][setting] ?? 0) : 0;
  });
  const record = { ...sample, tasks };

  it('holds every effect under the value of its point, rounded', () => {
    const result = presetResult(preset, record, 'full');
    expect(result).toMatchObject({ mode: 'full', seeds: 3, steps: 100, shown: 'shown', hash: presetHash(preset) });
    expect(result.claims[0]?.effects).toEqual([
      { point: 0, arms: ['hard-1'], quantity: 'gain', value: 0.333333, halfWidth: 0, n: 3, shown: 'shown' },
    ]);
    expect(result.claims[2]?.effects.map((effect) => effect.point)).toEqual([0, 90]);
  });

  it('survives its file, one line a preset', () => {
    const result = presetResult(preset, record, 'quick');
    const text = resultsToJson({ b: result, a: result });
    expect(parseResults(text)).toEqual({ a: result, b: result });
    expect(text.split('\n').map((line) => line.slice(0, 5))).toEqual(['{', '  "a"', '  "b"', '}', '']);
    expect(parseResults(resultsToJson({}))).toEqual({});
  });

  it('is no better than its worst claim', () => {
    const claims = (check: object[]) => presetResult(parsed({ check }), record, 'full').shown;
    const shown = { kind: 'gain', arm: 'hard-1', task: 'first', point: 0, sign: 'positive' };
    expect(claims([shown, { ...shown, point: 90 }])).toBe('not-shown');
    expect(claims([shown, { ...shown, arm: 'soft-0.1' }])).toBe('undecided');
  });
});
