/**
 * Tagging the words of two languages, of which one has many labelled words and the other few: the setting of Duong et al. (2015),
 * who shared a parser between languages, all but the embeddings of words. Here as there the kinds of words (noun, verb ...) are
 * named alike in both languages, words are each language's own, and a grammar says how kinds make tags.
 */
import * as z from 'zod/mini';
import { choice, exactly, list, number, record } from '../fields';
import type { TaskShape } from '../taskShape';
import type { SourceDescription } from './description';

/** Kinds of words, common to both languages. */
export const LANGUAGE_KINDS = 8;
/** Words of one kind in one language. */
export const WORDS_PER_KIND = 10;
/** Words of one language. */
export const LANGUAGE_WORDS = LANGUAGE_KINDS * WORDS_PER_KIND;
/** Tags that the grammar gives. */
export const LANGUAGE_TAGS = 4;
/** Kind of the word before (or the start of the sentence), kind of the word, words of the first and of the second language. */
export const LANGUAGE_INPUTS = LANGUAGE_KINDS + 1 + LANGUAGE_KINDS + 2 * LANGUAGE_WORDS;

const GRAMMARS = ['common', 'own'] as const;

export interface LanguagesSource {
  readonly source: 'languages';
  /** `common`: kinds make tags in both languages alike. `own`: each language has a grammar of its own, nothing to share. */
  readonly grammar: (typeof GRAMMARS)[number];
  /** Share of each language's words that have a tag of their own, whatever stands before them. */
  readonly exceptions: number;
  /** Labelled words of the first and of the second language. */
  readonly samples: readonly number[];
  readonly validationSamples: number;
  readonly testSamples: number;
}

const fields = record(
  {
    source: exactly('languages'),
    grammar: z.exactOptional(
      choice(GRAMMARS, 'One grammar for both languages (default), or one for each: unrelated tasks.'),
    ),
    exceptions: z.exactOptional(number('share', 'Share of words with a tag of their own. Default: 0.2.')),
    samples: z.exactOptional(
      list(
        number('samples', 'Labelled words of the language.'),
        'tasks',
        'One entry per language. Default: 2000, 100.',
      ),
    ),
    validationSamples: z.exactOptional(number('samples', 'Validation words of each language. Default: 200.')),
    testSamples: z.exactOptional(number('samples', 'Test words of each language. Default: 500.')),
  },
  'Tagging words of a language with many labels and of one with few; own vocabularies, common grammar.',
);

const SHAPES: readonly TaskShape[] = [
  { name: 'highResource', loss: 'softmax', outputs: LANGUAGE_TAGS, score: 'accuracy' },
  { name: 'lowResource', loss: 'softmax', outputs: LANGUAGE_TAGS, score: 'accuracy' },
];

export const languages: SourceDescription<typeof fields, LanguagesSource> = {
  fields,
  resolve: (written) => ({
    source: 'languages',
    grammar: written.grammar ?? 'common',
    exceptions: written.exceptions ?? 0.2,
    samples: written.samples ?? [2000, 100],
    validationSamples: written.validationSamples ?? 200,
    testSamples: written.testSamples ?? 500,
  }),
  shapes: () => SHAPES,
  inputs: () => LANGUAGE_INPUTS,
  rows: (source) =>
    source.samples.map((train) => ({ train, validation: source.validationSamples, test: source.testSamples })),
  check({ samples }, path) {
    const found = samples?.length ?? SHAPES.length;
    return found === SHAPES.length
      ? []
      : [{ path: [...path, 'samples'], code: 'length-mismatch', params: { found, expected: SHAPES.length } }];
  },
  sweeps: {
    samples: (source, value, task) => ({
      ...source,
      samples: source.samples.map((rows, index) => (task === undefined || task === SHAPES[index]?.name ? value : rows)),
    }),
  },
};
