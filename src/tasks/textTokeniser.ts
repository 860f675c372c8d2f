import { TEXT_VOCABULARY } from '../spec/sources/text';
import { wordText, type TextLanguage } from './textVocabulary';

/** A word of the vocabulary found in a text: its number and where it stands (UTF-16 positions, `end` exclusive). */
export interface WordMatch {
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

type Lexicon = ReadonlyMap<string, number>;

/** Case matters in no language here; only what keeps its length when lowered may be compared place by place. */
function folded(text: string): string {
  return Array.from(text, (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}

/** In English a plural is also found by its singular, as far as that is only an s less. */
function formsOf(word: string, language: TextLanguage): readonly string[] {
  return language === 'en' && word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
}

function lexiconOf(language: TextLanguage): Lexicon {
  const lexicon = new Map<string, number>();
  for (let word = 0; word < TEXT_VOCABULARY; word++) {
    for (const form of formsOf(folded(wordText(word, language)), language)) lexicon.set(form, word);
  }
  return lexicon;
}

const LEXICA: Readonly<Record<TextLanguage, Lexicon>> = { 'zh-CN': lexiconOf('zh-CN'), en: lexiconOf('en') };
const LONGEST: Readonly<Record<TextLanguage, number>> = { 'zh-CN': longest('zh-CN'), en: longest('en') };

function longest(language: TextLanguage): number {
  return Math.max(...Array.from(LEXICA[language].keys(), (word) => word.length));
}

const isLetter = (character: string) => /[a-z]/.test(character);

/** Whether a match may begin or end between two characters: in English not inside a word, in Chinese anywhere. */
function mayCut(language: TextLanguage, before: string, after: string): boolean {
  return language === 'zh-CN' || !isLetter(before) || !isLetter(after);
}

/**
 * The words of the vocabulary in a text, from left to right, the longest one at each place; the rest is passed over.
 * Takes any text and never throws.
 */
export function tokenise(text: string, language: TextLanguage): readonly WordMatch[] {
  const content = folded(text);
  const matches: WordMatch[] = [];
  let start = 0;
  while (start < content.length) {
    const match = matchAt(content, start, language);
    if (match !== null) matches.push(match);
    start = match?.end ?? start + 1;
  }
  return matches;
}

function matchAt(content: string, start: number, language: TextLanguage): WordMatch | null {
  if (!mayCut(language, content.charAt(start - 1), content.charAt(start))) return null;
  for (let end = Math.min(content.length, start + LONGEST[language]); end > start; end--) {
    const word = LEXICA[language].get(content.slice(start, end));
    if (word !== undefined && mayCut(language, content.charAt(end - 1), content.charAt(end)))
      return { word, start, end };
  }
  return null;
}
