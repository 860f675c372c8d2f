/**
 * Tagging words of two languages with a grammar in common, after Duong et al. (2015, "Low resource dependency parsing: cross-lingual
 * parameter sharing in a neural network parser"). A word's tag follows from its kind and the kind of the word before it, by a
 * table that a seed draws; a share of the words of each language are exceptions with a tag of their own.
 *
 * Inputs, n x 177, one-hot blocks: kind before (9, with the start of a sentence) | kind (8) | word of language 0 (80) | word of
 * language 1 (80). Kinds are common columns; words are not: **embeddings that are each language's own, and yet one trunk.** The
 * weights that leave a word's column are its embedding, and the other language's data never have anything but zero there.
 * - Hard sharing ties them for free: a task's gradient on the other's words is exactly zero, so each block is learnt by its
 *   own language alone, just as with two untied embeddings.
 * - A soft penalty |theta_1 - theta_2|^2 sees, of each word, one copy that the loss needs and one that it does not. The idle
 *   copy moves onto the other at no cost, so at the minimum the penalty on words is zero and binds nothing; on the way there
 *   it drags a little. What it does bind are the kinds and all later layers.
 * - The common bias of the first layer takes nothing away: exactly one word is on in every row, so a language can add what
 *   it needs to all its own words.
 * With `sharedLayers` up to the heads everything but the words is tied, as in the paper; tags mean the same in both languages.
 */
import { createStream, permutation } from '../numeric/random';
import {
  LANGUAGE_INPUTS,
  LANGUAGE_KINDS,
  LANGUAGE_TAGS,
  LANGUAGE_WORDS,
  type LanguagesSource,
} from '../spec/sources/languages';
import { taskShapes } from '../spec/taskShapes';
import { kindOfWord } from './languageWords';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';

const PARTS = ['train', 'validation', 'test'] as const;
export type LanguagePart = (typeof PARTS)[number];

const SENTENCE = 8;
/** Stands before the first word of a sentence, in place of a kind. */
const START = LANGUAGE_KINDS;

/** A word in its place: numbers of the word, of the kind before it (8 = start of the sentence), and of its tag. */
export interface TaggedWord {
  readonly word: number;
  readonly before: number;
  readonly tag: number;
}

/** Tag by kind before and kind; of the language's own, or the first one's. */
function grammarOf(source: LanguagesSource, seed: number, language: number): (before: number, kind: number) => number {
  const stream = createStream(seed, 'languages.grammar', source.grammar === 'own' ? language : 0);
  return (before, kind) => Math.floor(stream.uniform(before * LANGUAGE_KINDS + kind) * LANGUAGE_TAGS);
}

/** Tags of the words that follow no grammar, by word. */
function exceptionsOf(source: LanguagesSource, seed: number, language: number): ReadonlyMap<number, number> {
  const order = permutation(createStream(seed, 'languages.exceptions', language), LANGUAGE_WORDS);
  const tags = createStream(seed, 'languages.exceptions', language, 1);
  const words = order.subarray(0, Math.round(source.exceptions * LANGUAGE_WORDS));
  return new Map(Array.from(words, (word) => [word, Math.floor(tags.uniform(word) * LANGUAGE_TAGS)]));
}

/** The rows of a language's part, eight to a sentence, in order. Fewer rows are the beginning of more. */
export function languageRows(
  source: LanguagesSource,
  seed: number,
  language: number,
  part: LanguagePart,
): readonly TaggedWord[] {
  const count = {
    train: source.samples[language] ?? 0,
    validation: source.validationSamples,
    test: source.testSamples,
  };
  const grammar = grammarOf(source, seed, language);
  const exceptions = exceptionsOf(source, seed, language);
  const stream = createStream(seed, 'languages.sentences', language, PARTS.indexOf(part));
  const words = Array.from({ length: count[part] }, (_, row) => Math.floor(stream.uniform(row) * LANGUAGE_WORDS));
  return words.map((word, row) => {
    const before = row % SENTENCE === 0 ? START : kindOfWord(words[row - 1] ?? 0);
    return { word, before, tag: exceptions.get(word) ?? grammar(before, kindOfWord(word)) };
  });
}

function toSplit(rows: readonly TaggedWord[], language: number): TaskSplit {
  const inputs = new Float32Array(rows.length * LANGUAGE_INPUTS);
  const targets = new Float32Array(rows.length * LANGUAGE_TAGS);
  const firstKind = LANGUAGE_KINDS + 1;
  const firstWord = firstKind + LANGUAGE_KINDS + language * LANGUAGE_WORDS;
  rows.forEach(({ word, before, tag }, row) => {
    const start = row * LANGUAGE_INPUTS;
    for (const column of [before, firstKind + kindOfWord(word), firstWord + word]) inputs[start + column] = 1;
    targets[row * LANGUAGE_TAGS + tag] = 1;
  });
  return { rows: rows.length, inputs, targets, clean: null };
}

/** Two tagging tasks (softmax 4 each) on rows of their own: the language with many labels first. */
export function drawLanguages(source: LanguagesSource, seed: number): TaskSuite {
  const tasks = taskShapes(source).map((shape, language): TaskData => {
    const draw = (part: LanguagePart) => toSplit(languageRows(source, seed, language, part), language);
    return { shape, train: draw('train'), validation: draw('validation'), test: draw('test') };
  });
  return { inputs: LANGUAGE_INPUTS, tasks, fresh: null };
}
