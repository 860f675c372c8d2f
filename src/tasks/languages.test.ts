import { describe, expect, it } from 'vitest';
import { languages as description, type LanguagesSource } from '../spec/sources/languages';
import { splitRows, taskShapes } from '../spec/taskShapes';
import { drawSuite } from './drawSuite';
import { languageRows } from './languages';
import { kindOfWord, languageWord, WORD_KINDS } from './languageWords';
import { partOf } from './testing/columns';

const DEFAULT = description.resolve({ source: 'languages' });
const REGULAR: LanguagesSource = { ...DEFAULT, exceptions: 0, samples: [3000, 3000] };
const SEEDS = [0, 1, 99, 2 ** 32 - 1];

/** Tag of each (kind before, kind) as rows show it; an error where one pair has two tags. */
function tableOf(source: LanguagesSource, seed: number, language: number): Map<string, number> {
  const table = new Map<string, number>();
  for (const { word, before, tag } of languageRows(source, seed, language, 'train')) {
    const key = `${before},${kindOfWord(word)}`;
    if ((table.get(key) ?? tag) !== tag) throw new Error(`two tags for ${key}`);
    table.set(key, tag);
  }
  return table;
}

describe('languages source', () => {
  it('has the shapes and sizes the spec layer announces', () => {
    const suite = drawSuite(DEFAULT, 0);
    expect(suite.tasks.map((task) => task.shape)).toEqual(taskShapes(DEFAULT));
    expect(
      suite.tasks.map(({ train, validation, test }) => ({
        train: train.rows,
        validation: validation.rows,
        test: test.rows,
      })),
    ).toEqual(splitRows(DEFAULT));
    expect(suite.inputs).toBe(177);
    for (const { train } of suite.tasks) expect(train.inputs.length).toBe(train.rows * 177);
  });

  it.each(SEEDS)('seed %i: three ones per row, and never one in the other language’s words', (seed) => {
    const suite = drawSuite(DEFAULT, seed);
    [0, 1].forEach((language) => {
      const { inputs, rows } = partOf(suite, language, 'test');
      for (let row = 0; row < rows; row++) {
        const line = inputs.subarray(177 * row, 177 * row + 177);
        const ones = (from: number, to: number) => line.subarray(from, to).reduce((sum, value) => sum + value, 0);
        expect([ones(0, 9), ones(9, 17), ones(17, 97), ones(97, 177)]).toEqual([1, 1, 1 - language, language]);
      }
    });
  });

  it.each(SEEDS)('seed %i: one grammar for both languages, or one each', (seed) => {
    const [first, second] = [tableOf(REGULAR, seed, 0), tableOf(REGULAR, seed, 1)];
    expect(first.size).toBe(72);
    expect(second).toEqual(new Map([...second.keys()].map((key) => [key, first.get(key)])));
    const own: LanguagesSource = { ...REGULAR, grammar: 'own' };
    const other = tableOf(own, seed, 1);
    expect(tableOf(own, seed, 0)).toEqual(first);
    // Chance makes a quarter of the 72 tags agree.
    const agreeing = [...first].filter(([key, tag]) => other.get(key) === tag).length;
    expect(agreeing).toBeLessThan(0.5 * 72);
  });

  it('exceptions keep one tag each, 16 of 80 words in each language', () => {
    for (const language of [0, 1]) {
      const regular = tableOf(REGULAR, 4, language);
      const rows = languageRows({ ...REGULAR, exceptions: 0.2 }, 4, language, 'train');
      const irregular = new Map<number, Set<number>>();
      for (const { word, before, tag } of rows) {
        if (regular.get(`${before},${kindOfWord(word)}`) !== tag) irregular.set(word, new Set());
      }
      for (const { word, tag } of rows) irregular.get(word)?.add(tag);
      expect(irregular.size).toBe(16);
      for (const tags of irregular.values()) expect(tags.size).toBe(1);
    }
  });

  it('is repeatable; parts are separate draws; fewer labels are the beginning of more', () => {
    expect(drawSuite(DEFAULT, 5).tasks[1]?.train).toEqual(drawSuite(DEFAULT, 5).tasks[1]?.train);
    const many = languageRows(REGULAR, 5, 1, 'train');
    expect(languageRows(DEFAULT, 5, 1, 'train').map((row) => row.word)).toEqual(
      many.slice(0, 100).map((row) => row.word),
    );
    const words = (part: 'validation' | 'test') => languageRows(DEFAULT, 5, 1, part).map((row) => row.word);
    expect(words('validation')).not.toEqual(words('test').slice(0, 200));
    expect(description.sweeps.samples?.(DEFAULT, 30, 'lowResource').samples).toEqual([2000, 30]);
  });

  it('sentences of eight begin at the start', () => {
    languageRows(DEFAULT, 6, 0, 'test').forEach((row, i, rows) => {
      expect(row.before).toBe(i % 8 === 0 ? 8 : kindOfWord(rows[i - 1]?.word ?? NaN));
    });
  });

  it('has words to read: 80 in each language, none in both', () => {
    const words = [0, 1].flatMap((language) => Array.from({ length: 80 }, (_, word) => languageWord(language, word)));
    expect(new Set(words).size).toBe(160);
    expect(new Set(WORD_KINDS).size).toBe(8);
    expect(() => languageWord(0, 80)).toThrow(RangeError);
    expect(() => languageWord(2, 0)).toThrow(RangeError);
  });
});
