/**
 * The words behind the numbers of the `text` source: 12 clusters of 20 words with the same numbers in both languages (CC0;
 * data/text). Pure data, without anything that trains: a page may use it.
 */
import { TEXT_VOCABULARY } from '../spec/sources/text';
import file from './data/text/vocabulary.json';

export type TextLanguage = 'zh-CN' | 'en';

/** Tags of the entity task, in the order of its classes. */
export const ENTITY_TAGS = ['O', 'PER', 'ORG', 'LOC'] as const;
export type EntityTag = (typeof ENTITY_TAGS)[number];

export interface WordCluster {
  /** Stable id, e.g. "storms". */
  readonly id: string;
  readonly tag: EntityTag;
  /** What its words mean, as votes for each of {@link TEXT_TOPICS}. */
  readonly votes: readonly number[];
  readonly words: Readonly<Record<TextLanguage, readonly string[]>>;
}

/** Ids of the topics, in the order of the classes of the topic task. With drawn meanings the classes have no names. */
export const TEXT_TOPICS: readonly string[] = file.topics;

/** How pleasant each topic is: the direction that `meaning: 'written'` takes. */
export const TOPIC_PLEASANTNESS: readonly number[] = file.pleasant;

function tagOf(name: string): EntityTag {
  const tag = ENTITY_TAGS.find((known) => known === name);
  if (tag === undefined) throw new Error(`${name} is not an entity tag`);
  return tag;
}

export const WORD_CLUSTERS: readonly WordCluster[] = file.clusters.map((cluster) => ({
  id: cluster.id,
  tag: tagOf(cluster.type),
  votes: cluster.votes,
  words: cluster.words,
}));

export const WORDS_PER_CLUSTER = TEXT_VOCABULARY / WORD_CLUSTERS.length;

/** The cluster of word number `word`, as an index of {@link WORD_CLUSTERS}. */
export function clusterOf(word: number): number {
  return Math.floor(word / WORDS_PER_CLUSTER);
}

/** Word number `word`. @throws RangeError when there is none */
export function wordText(word: number, language: TextLanguage): string {
  const found = WORD_CLUSTERS[clusterOf(word)]?.words[language][word % WORDS_PER_CLUSTER];
  if (found === undefined) throw new RangeError(`there is no word ${word}`);
  return found;
}
