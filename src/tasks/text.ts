/**
 * Small texts with three tasks, after E10: a sentence has 10 words, of which 80 % come from three clusters of its own and the rest
 * from any. topic = argmax of the summed votes of its words; sentiment = [sum of valences + noise / 2 > 0]; entity = tag of a word.
 *
 * Inputs are one-hot words, n x 240: of a sentence their mean (so a linear first layer is an embedding that is averaged), for
 * the entity task one row per word. Each task has sentences of its own.
 */
import { createStream, permutation, type RandomStream } from '../numeric/random';
import { SENTENCE_LENGTH, sentencesFor, TEXT_VOCABULARY, type TextSource } from '../spec/sources/text';
import { taskShapes } from '../spec/taskShapes';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';
import { clusterMeanings, type ClusterMeaning } from './textMeaning';
import { clusterOf, WORD_CLUSTERS, WORDS_PER_CLUSTER } from './textVocabulary';

const PARTS = ['train', 'validation', 'test'] as const;
export type TextPart = (typeof PARTS)[number];

const OWN_CLUSTERS = 3;
const OWN_SHARE = 0.8;
const NOISE = 0.5;
const DRAWS_PER_SENTENCE = OWN_CLUSTERS + 3 * SENTENCE_LENGTH;

/** Word numbers of the sentence that begins at draw number `start`. */
function drawSentence(stream: RandomStream, start: number): readonly number[] {
  let next = start;
  const below = (choices: number) => Math.floor(stream.uniform(next++) * choices);
  const clusters = WORD_CLUSTERS.map((_, cluster) => cluster);
  const own = Array.from({ length: OWN_CLUSTERS }, () => clusters.splice(below(clusters.length), 1)[0] ?? 0);
  return Array.from({ length: SENTENCE_LENGTH }, () => {
    const fromOwn = stream.uniform(next++) < OWN_SHARE;
    const cluster = fromOwn ? (own[below(OWN_CLUSTERS)] ?? 0) : below(WORD_CLUSTERS.length);
    return cluster * WORDS_PER_CLUSTER + below(WORDS_PER_CLUSTER);
  });
}

function sentenceCount(source: TextSource, task: number, part: TextPart): number {
  if (part === 'train') return source.samples[task] ?? 0;
  return sentencesFor(task, part === 'test' ? source.testSamples : source.validationSamples);
}

/**
 * The sentences of a task's part, as word numbers, in the order of its rows (the entity task has ten rows per sentence).
 * Words have their true numbers here, also where the inputs are scrambled.
 */
export function textSentences(
  source: TextSource,
  seed: number,
  task: number,
  part: TextPart,
): readonly (readonly number[])[] {
  const stream = createStream(seed, 'text.sentences', task, PARTS.indexOf(part));
  return Array.from({ length: sentenceCount(source, task, part) }, (_, sentence) =>
    drawSentence(stream, sentence * DRAWS_PER_SENTENCE),
  );
}

function topicOf(words: readonly number[], meanings: readonly ClusterMeaning[]): number {
  const topics = meanings[0]?.votes.map((_, topic) => topic) ?? [];
  const votes = topics.map((topic) =>
    words.reduce((sum, word) => sum + (meanings[clusterOf(word)]?.votes[topic] ?? 0), 0),
  );
  return votes.indexOf(Math.max(...votes));
}

function pleasantness(words: readonly number[], meanings: readonly ClusterMeaning[]): number {
  return words.reduce((sum, word) => sum + (meanings[clusterOf(word)]?.valence ?? 0), 0);
}

const oneHot = (label: number, classes: number) => Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0));

/** Column of each word in the inputs of a task: its number, or with a scrambled vocabulary a place of the task's own. */
function columnsOf(source: TextSource, seed: number, task: number): Uint32Array {
  // One order may stay as it is: what counts is that no two tasks agree.
  return source.relation === 'related' || task === 0
    ? Uint32Array.from({ length: TEXT_VOCABULARY }, (_, word) => word)
    : permutation(createStream(seed, 'text.vocabulary', task), TEXT_VOCABULARY);
}

/** Mean of the one-hot words: 240 numbers. What a page feeds in for a sentence the reader has typed. */
export function sentenceInput(words: readonly number[], columns?: Uint32Array): Float32Array {
  const input = new Float32Array(TEXT_VOCABULARY);
  const counts = new Uint32Array(TEXT_VOCABULARY);
  for (const word of words) {
    const column = columns?.[word] ?? word;
    counts[column] = (counts[column] ?? 0) + 1;
  }
  counts.forEach((count, column) => (input[column] = count / Math.max(1, words.length)));
  return input;
}

/** Inputs of all rows: one per sentence, or for the entity task one per word. */
function inputsOf(rows: readonly (readonly number[])[], columns: Uint32Array): Float32Array {
  const inputs = new Float32Array(rows.length * TEXT_VOCABULARY);
  rows.forEach((words, row) => inputs.set(sentenceInput(words, columns), row * TEXT_VOCABULARY));
  return inputs;
}

/** Three tasks with rows of their own: topic (softmax 4), sentiment (sigmoid 1), entity (softmax 4, ten rows per sentence). */
export function drawText(source: TextSource, seed: number): TaskSuite {
  const meanings = clusterMeanings(source, seed);
  const tasks = taskShapes(source).map((shape, task): TaskData => {
    const columns = columnsOf(source, seed, task);
    const draw = (part: TextPart): TaskSplit => {
      const sentences = textSentences(source, seed, task, part);
      const rows = shape.name === 'entity' ? sentences.flat().map((word) => [word]) : sentences;
      const noise = createStream(seed, 'text.labels', task, PARTS.indexOf(part));
      const targets = rows.flatMap((words, row) => {
        switch (shape.name) {
          case 'topic':
            return oneHot(topicOf(words, meanings), shape.outputs);
          case 'sentiment':
            return [pleasantness(words, meanings) + NOISE * noise.normal(row) > 0 ? 1 : 0];
          default:
            return oneHot(meanings[clusterOf(words[0] ?? 0)]?.tag ?? 0, shape.outputs);
        }
      });
      return { rows: rows.length, inputs: inputsOf(rows, columns), targets: Float32Array.from(targets), clean: null };
    };
    return { shape, train: draw('train'), validation: draw('validation'), test: draw('test') };
  });
  return { inputs: TEXT_VOCABULARY, tasks, fresh: null };
}
