import { describe, expect, it } from 'vitest';
import { text as description, type TextSource } from '../spec/sources/text';
import { splitRows, taskShapes } from '../spec/taskShapes';
import { drawSuite } from './drawSuite';
import { mean, partOf } from './testing/columns';
import { sentenceInput, textSentences } from './text';
import { clusterMeanings } from './textMeaning';
import { clusterOf, WORD_CLUSTERS } from './textVocabulary';

const DEFAULT = description.resolve({ source: 'text' });
const SMALL: TextSource = { ...DEFAULT, samples: [200, 40, 30], validationSamples: 45, testSamples: 200 };
const SEEDS = [0, 1, 99, 2 ** 32 - 1];
const TOPIC = 0;
const SENTIMENT = 1;
const ENTITY = 2;

/** Words counted back from an input row, and how many of the ten each column holds. */
function countsOf(inputs: Float32Array, row: number): number[] {
  return Array.from(inputs.subarray(240 * row, 240 * row + 240), (share) => Math.round(10 * share));
}

describe('clusters of words', () => {
  it.each(SEEDS)('seed %i: six pleasant, six not; by default along one direction of the topics', (seed) => {
    for (const valence of ['topic', 'independent'] as const) {
      const meanings = clusterMeanings({ ...DEFAULT, valence }, seed);
      expect(meanings.filter((meaning) => meaning.valence === 1).length).toBe(6);
      expect(meanings.map((meaning) => meaning.tag)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3]);
    }
    // Separable by a direction: a perceptron on the votes finds one (12 points in 4 dimensions and a threshold).
    const meanings = clusterMeanings(DEFAULT, seed);
    let direction = [0, 0, 0, 0, 0];
    let errors = 1;
    for (let round = 0; round < 50_000 && errors > 0; round++) {
      errors = 0;
      for (const { votes, valence } of meanings) {
        const point = [...votes, 1];
        if (valence * point.reduce((sum, x, k) => sum + x * (direction[k] ?? 0), 0) <= 0) {
          direction = direction.map((d, k) => d + valence * (point[k] ?? 0));
          errors++;
        }
      }
    }
    expect(errors).toBe(0);
  });

  it('draws new topics for each seed, but keeps those of the written words', () => {
    const votes = (source: TextSource, seed: number) => clusterMeanings(source, seed).map((meaning) => meaning.votes);
    expect(votes(DEFAULT, 1)).not.toEqual(votes(DEFAULT, 2));
    const written: TextSource = { ...DEFAULT, meaning: 'written' };
    expect(clusterMeanings(written, 1)).toEqual(clusterMeanings(written, 2));
    const pleasant = WORD_CLUSTERS.filter((_, i) => clusterMeanings(written, 1)[i]?.valence === 1);
    expect(pleasant.map((cluster) => cluster.id)).toEqual([
      'fairWeather',
      'dishes',
      'victories',
      'athletes',
      'eateries',
      'resorts',
    ]);
  });

  it('votes are standard normal', () => {
    const votes = Array.from({ length: 100 }, (_, seed) =>
      clusterMeanings(DEFAULT, seed).flatMap((c) => c.votes),
    ).flat();
    expect(Math.abs(mean(votes))).toBeLessThan(4.5 / Math.sqrt(votes.length));
    expect(Math.abs(mean(votes.map((v) => v * v)) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / votes.length));
  });
});

describe('sentences', () => {
  it('have ten words, 80 % of them from three clusters', () => {
    const sentences = textSentences({ ...DEFAULT, samples: [2000, 1, 1] }, 3, TOPIC, 'train');
    expect(sentences.every((words) => words.length === 10)).toBe(true);
    const shares = sentences.map((words) => {
      const counts = new Array<number>(12).fill(0);
      for (const word of words) counts[clusterOf(word)] = (counts[clusterOf(word)] ?? 0) + 1;
      const [first = 0, second = 0, third = 0] = counts.sort((a, b) => b - a);
      return (first + second + third) / 10;
    });
    // .8 + .2 * 3/12 fall into the own clusters; the three largest hold a little more.
    expect(mean(shares)).toBeGreaterThan(0.85);
    expect(mean(shares)).toBeLessThan(0.95);
    const words = sentences.flat();
    const counts = WORD_CLUSTERS.map((_, c) => words.filter((word) => clusterOf(word) === c).length / words.length);
    for (const share of counts) expect(Math.abs(share - 1 / 12)).toBeLessThan(0.012);
  });

  it('of tasks and parts are separate draws, and fewer are the beginning of more', () => {
    const many = textSentences(SMALL, 3, TOPIC, 'train');
    expect(textSentences({ ...SMALL, samples: [50, 40, 30] }, 3, TOPIC, 'train')).toEqual(many.slice(0, 50));
    expect(textSentences(SMALL, 3, SENTIMENT, 'train')).not.toEqual(many.slice(0, 40));
    const parts = (['train', 'validation', 'test'] as const).map((part) => textSentences(SMALL, 3, TOPIC, part));
    expect(new Set(parts.flat().map((words) => words.join())).size).toBe(200 + 45 + 200);
  });
});

describe('text source', () => {
  it.each([SMALL, { ...SMALL, relation: 'scrambled' as const }])('has the shapes and sizes announced', (source) => {
    const suite = drawSuite(source, 0);
    expect(suite.tasks.map((task) => task.shape)).toEqual(taskShapes(source));
    const rows = suite.tasks.map(({ train, validation, test }) => ({
      train: train.rows,
      validation: validation.rows,
      test: test.rows,
    }));
    expect(rows).toEqual(splitRows(source));
    expect(rows[ENTITY]).toEqual({ train: 300, validation: 50, test: 200 });
    for (const { shape, train, validation, test } of suite.tasks) {
      for (const part of [train, validation, test]) {
        expect(part.inputs.length).toBe(part.rows * suite.inputs);
        expect(part.targets.length).toBe(part.rows * shape.outputs);
        for (let row = 0; row < part.rows; row++) {
          expect(part.inputs.subarray(240 * row, 240 * row + 240).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
        }
      }
    }
  });

  it('is repeatable', () => {
    const tiny = { ...SMALL, samples: [20, 10, 3], validationSamples: 10, testSamples: 10 };
    expect(drawSuite(tiny, 5)).toEqual(drawSuite(tiny, 5));
    expect(drawSuite(tiny, 5)).not.toEqual(drawSuite(tiny, 6));
  });

  it.each(SEEDS)('seed %i: topic is the argmax of the votes of the words in the input', (seed) => {
    const meanings = clusterMeanings(SMALL, seed);
    const data = partOf(drawSuite(SMALL, seed), TOPIC, 'test');
    for (let row = 0; row < data.rows; row++) {
      const votes = [0, 0, 0, 0];
      countsOf(data.inputs, row).forEach((count, word) => {
        votes.forEach((vote, k) => (votes[k] = vote + count * (meanings[Math.floor(word / 20)]?.votes[k] ?? NaN)));
      });
      const label = data.targets.subarray(4 * row, 4 * row + 4).indexOf(1);
      expect(votes[label]).toBeCloseTo(Math.max(...votes), 9);
    }
  });

  it.each(SEEDS)('seed %i: sentiment is the sign of the valences, a coin where they balance', (seed) => {
    const meanings = clusterMeanings(SMALL, seed);
    const data = partOf(drawSuite({ ...SMALL, testSamples: 2000 }, seed), SENTIMENT, 'test');
    const undecided: number[] = [];
    for (let row = 0; row < data.rows; row++) {
      const sum = countsOf(data.inputs, row).reduce(
        (total, count, word) => total + count * (meanings[Math.floor(word / 20)]?.valence ?? NaN),
        0,
      );
      // Sums are even, so noise of deviation 1/2 turns the sign of the others once in 30,000 rows.
      if (sum === 0) undecided.push(data.targets[row] ?? NaN);
      else if (Math.abs(sum) > 2) expect(data.targets[row]).toBe(sum > 0 ? 1 : 0);
    }
    expect(undecided.length).toBeGreaterThan(100);
    expect(Math.abs(mean(undecided) - 0.5)).toBeLessThan(4.5 * Math.sqrt(0.25 / undecided.length));
  });

  it('entity rows are the words of the sentences, one by one, with the tag of their cluster', () => {
    const data = partOf(drawSuite(SMALL, 8), ENTITY, 'train');
    const words = textSentences(SMALL, 8, ENTITY, 'train').flat();
    words.forEach((word, row) => {
      expect(data.inputs[240 * row + word]).toBe(1);
      const tag = ['O', 'PER', 'ORG', 'LOC'].indexOf(WORD_CLUSTERS[clusterOf(word)]?.tag ?? '');
      expect(data.targets[4 * row + tag]).toBe(1);
    });
  });

  it('scrambled: the same sentences and labels, columns in another order for each task', () => {
    const related = drawSuite(SMALL, 4);
    const scrambled = drawSuite({ ...SMALL, relation: 'scrambled' }, 4);
    for (const task of [TOPIC, SENTIMENT, ENTITY]) {
      const [a, b] = [partOf(related, task, 'test'), partOf(scrambled, task, 'test')];
      expect(b.targets).toEqual(a.targets);
      for (let row = 0; row < 20; row++) {
        expect(countsOf(b.inputs, row).sort()).toEqual(countsOf(a.inputs, row).sort());
      }
      if (task !== TOPIC) expect(b.inputs).not.toEqual(a.inputs);
    }
    // Columns of the two shuffled tasks do not agree with each other either.
    const columns = (task: number, word: number) => {
      const sentences = textSentences(SMALL, 4, task, 'train');
      const row = task === ENTITY ? sentences.flat().indexOf(word) : sentences.findIndex((s) => s.includes(word));
      return countsOf(partOf(scrambled, task, 'train').inputs, row);
    };
    const shared = textSentences(SMALL, 4, ENTITY, 'train')
      .flat()
      .filter((word) => textSentences(SMALL, 4, SENTIMENT, 'train').flat().includes(word));
    const agreeing = shared.filter((word) => (columns(SENTIMENT, word)[columns(ENTITY, word).indexOf(10)] ?? 0) > 0);
    expect(agreeing.length).toBeLessThan(0.3 * shared.length);
  });

  it('refuses samples that are not three numbers', () => {
    expect(description.check({ source: 'text', samples: [5, 5] }, ['tasks'])).toEqual([
      { path: ['tasks', 'samples'], code: 'length-mismatch', params: { found: 2, expected: 3 } },
    ]);
    expect(description.sweeps.samples?.(DEFAULT, 30, 'sentiment').samples).toEqual([1000, 30, 200]);
  });

  it('gives typed sentences the same form of input', () => {
    const [words = []] = textSentences(SMALL, 2, TOPIC, 'test');
    expect(sentenceInput(words)).toEqual(partOf(drawSuite(SMALL, 2), TOPIC, 'test').inputs.slice(0, 240));
    expect(sentenceInput([])).toEqual(new Float32Array(240));
  });
});
