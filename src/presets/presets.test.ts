import { describe, expect, test } from 'vitest';
import { laneCount } from '../spec/experiment';
import { LIMITS } from '../spec/limits';
import { resolve } from '../spec/resolve';
import { countSizes } from '../spec/sizes';
import { isPresetId, presetById, presetIds } from './index';

const han = /\p{Script=Han}/u;

describe.each(presetIds)('the shipped preset %s', (id) => {
  const preset = presetById(id);
  const spec = resolve(preset);

  test('is found under its own id, and once only', () => {
    expect(preset.id).toBe(id);
    expect(isPresetId(id)).toBe(true);
    expect(presetIds.filter((other) => other === id)).toHaveLength(1);
  });

  test('has the baseline, and at least two seeds, so that every number has a spread', () => {
    expect(spec.arms.some((arm) => arm.scheme.kind === 'alone')).toBe(true);
    expect(spec.seeds.length).toBeGreaterThanOrEqual(2);
  });

  test('stays far from the limits of a browser', () => {
    const sizes = countSizes(spec);
    expect(sizes.lanes).toBe(laneCount(spec));
    expect(sizes.lanes).toBeLessThanOrEqual(LIMITS.lanes.max);
    expect(sizes.parameters).toBeLessThanOrEqual(LIMITS.parameters.max / 10);
    expect(sizes.dataNumbers).toBeLessThanOrEqual(LIMITS.dataNumbers.max / 2);
    expect(sizes.recordNumbers).toBeLessThanOrEqual(LIMITS.recordNumbers.max / 10);
  });

  test('speaks both languages, each in its own script', () => {
    for (const words of [preset.title, preset.claim, preset.lookAt, preset.teacherNotes]) {
      if (words === undefined) continue;
      expect(words['zh-CN']).toMatch(han);
      expect(words.en).not.toMatch(han);
      expect(words.en + words['zh-CN']).not.toMatch(/[!！]/);
    }
  });
});

test('the same preset is parsed once and cannot be changed', () => {
  expect(presetById('negated')).toBe(presetById('negated'));
  expect(Object.isFrozen(presetById('negated').experiment.tasks)).toBe(true);
});

test('ids that are not presets are told apart, inherited names among them', () => {
  for (const id of ['', 'toString', '__proto__', 'Negated']) expect(isPresetId(id)).toBe(false);
});
