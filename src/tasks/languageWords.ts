/** Words of the two invented languages of the `languages` source, for reading. Pure: a page may use it. */
import { LANGUAGE_WORDS, WORDS_PER_KIND } from '../spec/sources/languages';

/** Ids of the kinds of words, in the order of their columns. */
export const WORD_KINDS = [
  'noun',
  'verb',
  'adjective',
  'adverb',
  'pronoun',
  'preposition',
  'numeral',
  'particle',
] as const;

/** First syllable by kind, second by word: related words look alike within a language, never across. */
const SYLLABLES: readonly (readonly [first: readonly string[], second: readonly string[]])[] = [
  [
    ['ka', 'to', 'mi', 'ru', 'se', 'no', 'ha', 'yu'],
    ['ra', 'li', 'mo', 'ne', 'ko', 'ta', 'shi', 'wa', 'pe', 'su'],
  ],
  [
    ['gru', 'bel', 'dor', 'fen', 'vil', 'zam', 'jol', 'wex'],
    ['nak', 'dit', 'mor', 'tun', 'gel', 'bis', 'lop', 'raf', 'kem', 'vud'],
  ],
];

/** Index of the kind of word number `word` (0..79 in each language). */
export function kindOfWord(word: number): number {
  return Math.floor(word / WORDS_PER_KIND);
}

/**
 * Word number `word` of language 0 (many labels) or 1 (few), e.g. "kara".
 * @throws RangeError when there is none
 */
export function languageWord(language: number, word: number): string {
  const [first, second] = SYLLABLES[language] ?? [];
  const stem = first?.[kindOfWord(word)];
  const ending = second?.[word % WORDS_PER_KIND];
  if (stem === undefined || ending === undefined) {
    throw new RangeError(`language ${language} has no word ${word}; there are 2 languages of ${LANGUAGE_WORDS} words`);
  }
  return stem + ending;
}
