import { createStream } from '../numeric/random';
import templates from './data/text/templates.json';
import { clusterOf, WORD_CLUSTERS, wordText, type EntityTag, type TextLanguage } from './textVocabulary';

/** Phrases that go into one written sentence, at most; a sentence of the data becomes one or more written ones. */
const PHRASES = 3;

interface Run {
  readonly tag: EntityTag;
  readonly words: readonly number[];
}

/** Neighbours of one tag belong into one phrase. */
function runsOf(words: readonly number[]): readonly Run[] {
  const runs: { tag: EntityTag; words: number[] }[] = [];
  for (const word of words) {
    const tag = WORD_CLUSTERS[clusterOf(word)]?.tag ?? 'O';
    const last = runs.at(-1);
    if (last?.tag === tag) last.words.push(word);
    else runs.push({ tag, words: [word] });
  }
  return runs;
}

function enumerate(words: readonly number[], language: TextLanguage): string {
  const { and, list } = templates[language];
  const texts = words.map((word) => wordText(word, language));
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : texts.slice(0, -1).join(list) + and + last;
}

const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/**
 * Words of the `text` source as readable sentences: every word stands in it, in its order, within phrases that fit its tag and
 * hold no other word of the vocabulary. `tokenise` gives the words back.
 * @param words word numbers, 0..239
 * @param seed which phrases are taken; equal arguments give equal text
 * @throws RangeError when there is no such word
 */
export function renderSentence(words: readonly number[], language: TextLanguage, seed: number): string {
  const glue = templates[language];
  const stream = createStream(seed, 'text.rendering');
  const pick = (choices: readonly string[], draw: number) =>
    choices[Math.floor(stream.uniform(draw) * choices.length)] ?? '';
  const phrases = runsOf(words).map(({ tag, words: run }, i) => {
    const phrase = pick(glue[tag], 2 * i).replace('{words}', () => enumerate(run, language));
    return i % PHRASES === 0 ? phrase : pick(glue.links, 2 * i + 1) + phrase;
  });
  return Array.from({ length: Math.ceil(phrases.length / PHRASES) }, (_, i) =>
    capitalised(phrases.slice(i * PHRASES, (i + 1) * PHRASES).join(glue.clause) + glue.stop),
  )
    .join('')
    .trimEnd();
}
