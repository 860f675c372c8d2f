import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { showNumber, showPath } from './describeProblem';
import { inBothLanguages } from './describe.fixture';
import { PROBLEM_CODES } from './specProblem';

const catalogue = (language: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../i18n/locales', language, 'errors.json'), 'utf8'));

test.each(['en', 'zh-CN'])('every code has a sentence in %s, and every sentence a code', (language) => {
  const { problem } = catalogue(language) as { readonly problem: object };
  expect(Object.keys(problem).sort()).toEqual([...PROBLEM_CODES].sort());
});

test('a refusal as a reader gets it', () => {
  const params = { found: '50', expect: 'number', min: 1e-8, max: 10 };
  const path = ['experiment', 'training', 'learningRate'];
  expect(inBothLanguages({ path, code: 'out-of-range', params })).toEqual([
    'experiment.training.learningRate is 50; allowed is a number from 1e-8 to 10.',
    'experiment.training.learningRate 是 50；允许：1e-8 到 10 之间的数。',
  ]);
});

test('places are written as in a program', () => {
  expect(showPath(['experiment', 'schemes', 2, 'lambda'])).toBe('experiment.schemes[2].lambda');
  expect(showPath([0, 'a'])).toBe('[0].a');
  expect(showPath(['title', 'zh-CN'])).toBe('title.zh-CN');
  expect(showPath(['<b>'])).toBe('"<b>"');
});

test('numbers are grouped, small ones short', () => {
  expect([0, 999, 1_000, -1_000_000, 20_000_000, 1e-8, 0.5, 1e21].map(showNumber)).toEqual([
    ...['0', '999', '1,000', '-1,000,000', '20,000,000', '1e-8', '0.5', '1e+21'],
  ]);
});
