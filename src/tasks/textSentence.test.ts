import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import provenance from './data/text/text.provenance.json';
import templates from './data/text/templates.json';
import { renderSentence } from './textSentence';
import { tokenise } from './textTokeniser';
import { clusterOf, ENTITY_TAGS, WORD_CLUSTERS, wordText, type TextLanguage } from './textVocabulary';

const LANGUAGES: readonly TextLanguage[] = ['zh-CN', 'en'];

describe('the vocabulary', () => {
  it('has 12 clusters of 20 different words in both languages: 6 O, 2 PER, 2 ORG, 2 LOC', () => {
    expect(provenance.licence).toBe('CC0-1.0');
    expect(WORD_CLUSTERS.map((cluster) => cluster.words['zh-CN'].length)).toEqual(new Array<number>(12).fill(20));
    expect(WORD_CLUSTERS.map((cluster) => cluster.words.en.length)).toEqual(new Array<number>(12).fill(20));
    expect(ENTITY_TAGS.map((tag) => WORD_CLUSTERS.filter((cluster) => cluster.tag === tag).length)).toEqual([
      6, 2, 2, 2,
    ]);
    for (const language of LANGUAGES) {
      const words = Array.from({ length: 240 }, (_, word) => wordText(word, language).toLowerCase());
      expect(new Set(words).size).toBe(240);
      expect(
        words.every((word, i) => WORD_CLUSTERS[clusterOf(i)]?.words[language][i % 20]?.toLowerCase() === word),
      ).toBe(true);
    }
    expect(() => wordText(240, 'en')).toThrow(RangeError);
  });

  it('is in the script of its language', () => {
    for (let word = 0; word < 240; word++) {
      expect(wordText(word, 'zh-CN')).toMatch(/^\p{Script=Han}{2,6}$/u);
      expect(wordText(word, 'en')).toMatch(/^[A-Za-z][A-Za-z -]+$/);
    }
  });
});

describe.each(LANGUAGES)('sentences in %s', (language) => {
  it('give their words back, in order, whatever the words are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 239 }), { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (words, seed) => {
          const text = renderSentence(words, language, seed);
          const matches = tokenise(text, language);
          expect(matches.map((match) => match.word)).toEqual(words);
          for (const { word, start, end } of matches) expect(text.slice(start, end)).toBe(wordText(word, language));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('phrases hold no word of the vocabulary, and one place for words', () => {
    const { O, PER, ORG, LOC, links, clause, stop } = templates[language];
    for (const phrase of [...O, ...PER, ...ORG, ...LOC]) expect(phrase.split('{words}').length).toBe(2);
    for (const phrase of [...O, ...PER, ...ORG, ...LOC, ...links, clause, stop]) {
      expect(tokenise(phrase, language)).toEqual([]);
    }
  });

  it('read as sentences: equal arguments give equal text, other seeds other phrases', () => {
    const words = [3, 22, 125, 200, 47];
    const text = renderSentence(words, language, 1);
    expect(renderSentence(words, language, 1)).toBe(text);
    expect(
      new Set(Array.from({ length: 20 }, (_, seed) => renderSentence(words, language, seed))).size,
    ).toBeGreaterThan(5);
    expect(text).toMatch(language === 'en' ? /^[A-Z].*\.$/ : /。$/);
    expect(text).not.toMatch(/[{}]/);
  });

  it('any text can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { start, end } of tokenise(text, language)) expect(end).toBeGreaterThan(start);
      }),
    );
  });
});

describe('tokeniser', () => {
  it('takes the longest word at each place', () => {
    const found = (text: string, language: TextLanguage) =>
      tokenise(text, language).map(({ word }) => wordText(word, language));
    expect(found('Frost near Frostland Camp', 'en')).toEqual(['frost', 'Frostland Camp']);
    expect(found('cupcakes, MOONCAKES and a typhoon', 'en')).toEqual(['mooncakes', 'typhoons']);
    expect(found('昨天的台风过后,我们在月牙湾吃饺子', 'zh-CN')).toEqual(['台风', '月牙湾', '饺子']);
  });
});
