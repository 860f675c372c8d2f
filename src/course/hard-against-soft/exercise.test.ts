/** Every answer that can be given is explained, in both languages, and every wrong reason can be refuted by a run. */
import { describe, expect, it } from 'vitest';
import en from '../../i18n/locales/en/course.json';
import zh from '../../i18n/locales/zh-CN/course.json';
import { isPresetId, presetById } from '../../presets';
import { resolve } from '../../spec/resolve';
import type { SettingOutcome } from '../exercise/judgeSetting';
import { settingSpec } from '../exercise/settingSpec';
import { lambdaAxis } from '../measure/lambdaAxis';
import { findSoft, predict30 } from './exercise';

const catalogues = { en: en.hardAgainstSoft, 'zh-CN': zh.hardAgainstSoft };

describe.each(Object.entries(catalogues))('words of the exercises in %s', (_, words) => {
  it('explain every reason', () => {
    expect(Object.keys(words.reason).sort()).toEqual(predict30.reasons.map(({ id }) => id).sort());
    const texts = predict30.reasons.flatMap(({ id }) => [words.reason[id].text, words.reason[id].why]);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text.length).toBeGreaterThan(8);
  });

  it('explain every shape one can draw and every outcome of the search', () => {
    expect(Object.keys(words.observe.drawn).sort()).toEqual(['falls', 'flat', 'hump', 'rises']);
    const outcomes: readonly SettingOutcome[] = ['found', 'hardAsGood', 'aloneAsGood', 'hurts', 'unclear'];
    expect(Object.keys(words.find.outcome).sort()).toEqual([...outcomes].sort());
  });
});

describe('predict at 30 degrees', () => {
  const spec = resolve(presetById(predict30.preset));

  it('asks about a row that the figure has', () => {
    expect(spec.points.map(({ value }) => value)).toContain(predict30.value);
    expect(lambdaAxis(spec)).not.toBeNull();
  });

  it('has one right reason, and a run for each', () => {
    expect(predict30.reasons.filter(({ correct }) => correct)).toHaveLength(1);
    for (const { see } of predict30.reasons) expect(isPresetId(see.preset)).toBe(true);
  });
});

describe('find a setting', () => {
  it('makes a spec from every position of the knobs', () => {
    const preset = resolve(presetById(findSoft.preset));
    const { angle, lambda, seeds } = findSoft;
    for (const degrees of [angle.min, angle.start, angle.max]) {
      for (const pull of [lambda.min, lambda.start, lambda.max]) {
        const spec = settingSpec(preset, { angle: degrees, lambda: pull, seeds });
        expect(spec.arms).toHaveLength(3);
        expect(spec.points).toHaveLength(1);
      }
    }
  });

  it('does not start on a solution: the first answer must be found', () => {
    expect(findSoft.angle.start).toBeGreaterThan(60);
  });
});
