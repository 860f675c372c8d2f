/**
 * Reviews of three domains as bags of words; see `spec/sources/domains.ts` for how they come about.
 * Labels and words of each review have their own place in the streams, so changing a share or the number of words leaves
 * the labels, and the words that both settings have, as they were.
 */
import { createStream, permutation, type RandomStream } from '../numeric/random';
import { DOMAIN_WORDS, type DomainsSource } from '../spec/sources/domains';
import { inputWidth, taskShapes } from '../spec/taskShapes';
import { drawTasks } from './drawRows';
import type { TaskSplit, TaskSuite } from './taskSuite';

/** Room for the words of a review in the stream; the limit `tokens` is not above it. */
const PLACES = 100;
/** Random numbers of a word: which kind, whether it has the review's sign, which of its kind. */
const DRAWS = 3;

/** The columns of words that lean towards negative (0) and positive (1) reviews. */
type Leaning = readonly [negative: readonly number[], positive: readonly number[]];

interface Vocabulary {
  readonly common: Leaning;
  /** One per domain. */
  readonly ambiguous: readonly Leaning[];
}

export function drawDomains(source: DomainsSource, seed: number): TaskSuite {
  const width = inputWidth(source);
  const vocabulary = drawVocabulary(seed, taskShapes(source).length);
  const tasks = drawTasks(source, (domain) => (split, rows): TaskSplit => {
    const labels = createStream(seed, 'domains.labels', domain, split);
    const stream = createStream(seed, 'domains.tokens', domain, split);
    const targets = Float32Array.from({ length: rows }, (_, row) => (labels.uniform(row) < 0.5 ? 0 : 1));
    const inputs = new Float32Array(rows * width);
    targets.forEach((label, row) => {
      for (let token = 0; token < source.tokens; token++) {
        const word = drawWord(source, vocabulary, domain, label, stream, (row * PLACES + token) * DRAWS);
        inputs[row * width + word] = (inputs[row * width + word] ?? 0) + 1;
      }
    });
    return { rows, inputs, targets, clean: null };
  });
  return { inputs: width, tasks, fresh: null };
}

/** A random half of the common words is positive. An ambiguous word leans alike in all domains but one. */
function drawVocabulary(seed: number, domains: number): Vocabulary {
  const { common, ambiguous } = DOMAIN_WORDS;
  const commonOrder = [...permutation(createStream(seed, 'domains.words', 0), common)];
  const order = [...permutation(createStream(seed, 'domains.words', 1), ambiguous)];
  // Place i of the order: which domain is the odd one out, and which sign the others have; all six equally often.
  const leansPositive = (place: number, domain: number): boolean =>
    (place % domains === domain) !== (Math.floor(place / domains) % 2 === 0);
  return {
    common: leaning(commonOrder, (place) => place % 2 === 0),
    ambiguous: Array.from({ length: domains }, (_, domain) =>
      leaning(order, (place) => leansPositive(place, domain)).map((words) => words.map((word) => common + word)),
    ).map(([negative = [], positive = []]): Leaning => [negative, positive]),
  };
}

function leaning(order: readonly number[], isPositive: (place: number) => boolean): Leaning {
  return [order.filter((_, place) => !isPositive(place)), order.filter((_, place) => isPositive(place))];
}

/** The column of one word of a review, from the three random numbers at `at`. */
function drawWord(
  source: DomainsSource,
  vocabulary: Vocabulary,
  domain: number,
  label: number,
  stream: RandomStream,
  at: number,
): number {
  const { commonShare, ambiguousShare, topicalShare, lean } = source;
  const kind = stream.uniform(at);
  const sign = stream.uniform(at + 1) < lean ? label : 1 - label;
  const pick = stream.uniform(at + 2);
  const side = sign === 1 ? 1 : 0;
  if (kind < commonShare) return choose(vocabulary.common[side], pick);
  if (kind < commonShare + ambiguousShare) return choose(vocabulary.ambiguous[domain]?.[side] ?? [], pick);
  const { common, ambiguous, topicalEach } = DOMAIN_WORDS;
  const topical = common + ambiguous;
  return kind < commonShare + ambiguousShare + topicalShare
    ? topical + domain * topicalEach + Math.floor(topicalEach * pick)
    : topical + Math.floor(vocabulary.ambiguous.length * topicalEach * pick);
}

function choose(words: readonly number[], pick: number): number {
  const word = words[Math.floor(words.length * pick)];
  if (word === undefined) throw new RangeError('there is no such word');
  return word;
}
