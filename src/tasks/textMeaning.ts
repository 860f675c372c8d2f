/**
 * What the clusters of the `text` source mean to its tasks (E10): each votes for the four topics, is pleasant or not, and has an
 * entity tag. Tags are those of the written words: 6 clusters O, 2 each of PER, ORG, LOC.
 */
import { createStream, permutation } from '../numeric/random';
import type { TextSource } from '../spec/sources/text';
import { ENTITY_TAGS, TEXT_TOPICS, TOPIC_PLEASANTNESS, WORD_CLUSTERS } from './textVocabulary';

export interface ClusterMeaning {
  /** tau_c: votes for the topics. */
  readonly votes: readonly number[];
  /** v_c: +1 pleasant, -1 unpleasant; six clusters each. */
  readonly valence: 1 | -1;
  /** Index of the entity tag. */
  readonly tag: number;
}

const TIED = 0;
const INDEPENDENT = 1;

/** tau_c ~ N(0, 1) for each topic. */
function drawVotes(seed: number): readonly (readonly number[])[] {
  const stream = createStream(seed, 'text.topics');
  return WORD_CLUSTERS.map((_, cluster) =>
    TEXT_TOPICS.map((_, topic) => stream.normal(TEXT_TOPICS.length * cluster + topic)),
  );
}

/** (tau_c - mean tau) . u for each cluster. */
function project(votes: readonly (readonly number[])[], direction: readonly number[]): readonly number[] {
  const means = direction.map((_, k) => votes.reduce((sum, vote) => sum + (vote[k] ?? 0), 0) / votes.length);
  return votes.map((vote) => direction.reduce((sum, u, k) => sum + u * ((vote[k] ?? 0) - (means[k] ?? 0)), 0));
}

/** Which half of the clusters lies highest. */
function upperHalf(heights: readonly number[]): ReadonlySet<number> {
  const order = heights.map((_, cluster) => cluster).sort((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0));
  return new Set(order.slice(0, heights.length / 2));
}

function pleasantClusters(
  source: TextSource,
  votes: readonly (readonly number[])[],
  seed: number,
): ReadonlySet<number> {
  if (source.valence === 'independent') {
    const order = permutation(createStream(seed, 'text.valence', INDEPENDENT), WORD_CLUSTERS.length);
    return new Set(order.subarray(0, WORD_CLUSTERS.length / 2));
  }
  const stream = createStream(seed, 'text.valence', TIED);
  const direction = source.meaning === 'written' ? TOPIC_PLEASANTNESS : TEXT_TOPICS.map((_, k) => stream.normal(k));
  return upperHalf(project(votes, direction));
}

/** One entry per cluster, in the order of `WORD_CLUSTERS`. */
export function clusterMeanings(source: TextSource, seed: number): readonly ClusterMeaning[] {
  const votes = source.meaning === 'written' ? WORD_CLUSTERS.map((cluster) => cluster.votes) : drawVotes(seed);
  const pleasant = pleasantClusters(source, votes, seed);
  return WORD_CLUSTERS.map((cluster, index) => ({
    votes: votes[index] ?? [],
    valence: pleasant.has(index) ? 1 : -1,
    tag: ENTITY_TAGS.indexOf(cluster.tag),
  }));
}
