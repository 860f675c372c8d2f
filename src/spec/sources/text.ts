/**
 * Three tasks on small texts, E10 of the literature notes: topic and sentiment of a sentence, entity tag of each word. The generator
 * knows 12 clusters of 20 words; that words of a cluster mean alike is what the tasks have in common.
 */
import * as z from 'zod/mini';
import { choice, exactly, list, number, record } from '../fields';
import type { TaskShape } from '../taskShape';
import type { SourceDescription } from './description';

/** Words of the vocabulary: the width of a word's or a sentence's input. */
export const TEXT_VOCABULARY = 240;
/** Words in a sentence. */
export const SENTENCE_LENGTH = 10;

const RELATIONS = ['related', 'scrambled'] as const;
const VALENCES = ['topic', 'independent'] as const;
const MEANINGS = ['drawn', 'written'] as const;

export interface TextSource {
  readonly source: 'text';
  /** `related`: a word is the same input for all tasks. `scrambled`: each task numbers the words in an order of its own. */
  readonly relation: (typeof RELATIONS)[number];
  /** Whether a cluster is pleasant: a direction in the space of topics (`topic`), or half of the clusters at random. */
  readonly valence: (typeof VALENCES)[number];
  /** Topics of the clusters: normal numbers, drawn anew by each seed as in E10, or what their words mean, the same for every seed. */
  readonly meaning: (typeof MEANINGS)[number];
  /** Training sentences of topic, sentiment, entity. */
  readonly samples: readonly number[];
  /** Rows; the entity task gets sentences enough for as many words. */
  readonly validationSamples: number;
  readonly testSamples: number;
}

const fields = record(
  {
    source: exactly('text'),
    relation: z.exactOptional(
      choice(
        RELATIONS,
        'Whether the tasks read the same words (default), or each a shuffled vocabulary: unrelated tasks.',
      ),
    ),
    valence: z.exactOptional(choice(VALENCES, 'What makes a word pleasant: its topics (default), or chance.')),
    meaning: z.exactOptional(
      choice(MEANINGS, 'Topics of the words: drawn by each seed (default), or as the words are written.'),
    ),
    samples: z.exactOptional(
      list(
        number('samples', 'Training sentences of the task.'),
        'tasks',
        'Topic, sentiment, entity; every sentence gives the entity task 10 rows. Default: 1000, 60, 200.',
      ),
    ),
    validationSamples: z.exactOptional(number('samples', 'Validation rows of each task. Default: 200.')),
    testSamples: z.exactOptional(number('samples', 'Test rows of each task. Default: 500.')),
  },
  'Small texts: topic and sentiment of a sentence, entity tag of each word.',
);

const SHAPES: readonly TaskShape[] = [
  { name: 'topic', loss: 'softmax', outputs: 4, score: 'accuracy' },
  { name: 'sentiment', loss: 'sigmoid', outputs: 1, score: 'accuracy' },
  { name: 'entity', loss: 'softmax', outputs: 4, score: 'accuracy' },
];

/** Rows that one sentence gives to each task. */
const ROWS_PER_SENTENCE = [1, 1, SENTENCE_LENGTH] as const;

/** Sentences of the task that give at least `rows` rows. */
export function sentencesFor(task: number, rows: number): number {
  return Math.ceil(rows / (ROWS_PER_SENTENCE[task] ?? 1));
}

export const text: SourceDescription<typeof fields, TextSource> = {
  fields,
  resolve: (written) => ({
    source: 'text',
    relation: written.relation ?? 'related',
    valence: written.valence ?? 'topic',
    meaning: written.meaning ?? 'drawn',
    samples: written.samples ?? [1000, 60, 200],
    validationSamples: written.validationSamples ?? 200,
    testSamples: written.testSamples ?? 500,
  }),
  shapes: () => SHAPES,
  inputs: () => TEXT_VOCABULARY,
  rows: (source) =>
    source.samples.map((sentences, task) => {
      const perSentence = ROWS_PER_SENTENCE[task] ?? 1;
      const whole = (rows: number) => perSentence * sentencesFor(task, rows);
      return {
        train: perSentence * sentences,
        validation: whole(source.validationSamples),
        test: whole(source.testSamples),
      };
    }),
  check({ samples }, path) {
    const found = samples?.length ?? SHAPES.length;
    return found === SHAPES.length
      ? []
      : [{ path: [...path, 'samples'], code: 'length-mismatch', params: { found, expected: SHAPES.length } }];
  },
  sweeps: {
    samples: (source, value, task) => ({
      ...source,
      samples: source.samples.map((sentences, index) =>
        task === undefined || task === SHAPES[index]?.name ? value : sentences,
      ),
    }),
  },
};
