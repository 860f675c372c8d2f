import { principalPlane } from '../../../numeric/principalPlane';
import { TEXT_VOCABULARY, type TextSource } from '../../../spec/sources/text';
import type { RunRecord } from '../../../record/runRecord';
import { clusterMeanings } from '../../../tasks/textMeaning';
import { clusterOf, wordText, type TextLanguage } from '../../../tasks/textVocabulary';
import type { EmbeddingWord } from '../../methods/embeddingWord';
import { settingNumbers } from './settingNumbers';

export interface EmbeddingView {
  readonly words: readonly EmbeddingWord[];
  readonly explained: readonly [number, number];
  /** The nearest words in the whole table, nearest first. */
  readonly near: (word: number) => readonly string[];
}

/** Neighbours that are named. */
const NEIGHBOURS = 4;

/** What the tasks want to know of each word: topic and tag of its cluster, and 0 where it is pleasant, else 1. */
function wordClasses(source: TextSource, seed: number): readonly (readonly number[])[] {
  const meanings = clusterMeanings(source, seed);
  return Array.from({ length: TEXT_VOCABULARY }, (_, word) => {
    const meaning = meanings[clusterOf(word)];
    if (meaning === undefined) return [];
    return [meaning.votes.indexOf(Math.max(...meaning.votes)), meaning.valence > 0 ? 0 : 1, meaning.tag];
  });
}

/** Arms whose word table was measured at this evaluation. */
export function embeddingArms(record: RunRecord, point: number, evaluation: number): readonly number[] {
  const measured = record.evaluations.at(evaluation);
  if (measured === undefined) return [];
  return record.spec.arms.flatMap((_, arm) =>
    settingNumbers(record, measured.firstLayer, { point, arm }) === null ? [] : [arm],
  );
}

/**
 * The first layer as a word table (first task, first seed), on the plane in which it spreads most. `null` when it was not
 * measured, or the tasks do not read words.
 */
export function embeddingView(
  record: RunRecord,
  at: { readonly point: number; readonly arm: number; readonly evaluation: number },
  language: TextLanguage,
): EmbeddingView | null {
  const source = record.spec.points[at.point]?.tasks;
  const measured = record.evaluations.at(at.evaluation);
  const seed = record.spec.seeds[0];
  if (source?.source !== 'text' || measured === undefined || seed === undefined) return null;
  const table = settingNumbers(record, measured.firstLayer, at);
  if (table === null) return null;
  const units = table.length / TEXT_VOCABULARY;
  const { points, explained } = principalPlane(table, TEXT_VOCABULARY, units);
  const classes = wordClasses(source, seed);
  const row = (word: number): Float32Array => table.subarray(word * units, (word + 1) * units);
  const distance = (a: Float32Array, b: Float32Array): number =>
    a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0);
  return {
    explained,
    words: classes.map((of, word) => ({
      text: wordText(word, language),
      x: points[2 * word] ?? 0,
      y: points[2 * word + 1] ?? 0,
      classes: of,
    })),
    near: (word) =>
      classes
        .map((_, other) => ({ other, far: distance(row(word), row(other)) }))
        .filter(({ other }) => other !== word)
        .sort((a, b) => a.far - b.far)
        .slice(0, NEIGHBOURS)
        .map(({ other }) => wordText(other, language)),
  };
}
