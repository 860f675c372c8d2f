import { describe, expect, it } from 'vitest';
import type { RelatedSource } from '../spec/sources/related';
import { drawRelated } from './related';
import { difference, mean, meanProduct, variance } from './testing/moments';
import { cleanOf, taskOf } from './testing/suiteParts';

const SOURCE: RelatedSource = {
  source: 'related',
  dimension: 6,
  features: 3,
  relation: ['shared', 'shared', 'private'],
  inputs: 'own',
  tasks: [
    { name: 'main', samples: 20, outputs: 1 },
    { name: 'many', samples: 50, outputs: 4 },
    { name: 'alien', samples: 50, outputs: 1 },
  ],
  noise: 0.2,
  validationSamples: 10,
  testSamples: 4_000,
};
const change = (changes: Partial<RelatedSource>): RelatedSource => ({ ...SOURCE, ...changes });
const noiseOf = (source: RelatedSource, task: number) => {
  const { test } = taskOf(drawRelated(source, 4), task);
  return difference(test.targets, cleanOf(test));
};

describe('related source', () => {
  it('labels with E[y] = sum a / sqrt(2 pi), as relu of a standard normal has that mean', () => {
    // Over seeds: the variance of E[y] is q / (2 pi), and the variance of y over everything q (1/2) E[a^2] = q / 2.
    const means = Array.from({ length: 300 }, (_, seed) => {
      const source = change({ testSamples: 60, validationSamples: 1 });
      return mean(cleanOf(taskOf(drawRelated(source, seed), 2).test));
    });
    expect(Math.abs(mean(means))).toBeLessThan(4 * Math.sqrt(variance(means) / means.length));
    const squares = Array.from({ length: 300 }, (_, seed) => {
      const clean = cleanOf(taskOf(drawRelated(change({ testSamples: 60 }), seed), 2).test);
      return meanProduct(clean, clean);
    });
    expect(Math.abs(mean(squares) - 1.5)).toBeLessThan(4 * Math.sqrt(variance(squares) / squares.length));
  });

  it('adds normal noise of the level asked for', () => {
    const noise = noiseOf(SOURCE, 0);
    expect(variance(noise)).toBeCloseTo(0.04, 2);
    expect(Math.abs(mean(noise))).toBeLessThan(4 * (0.2 / Math.sqrt(4_000)));
  });

  it('puts related tasks on common features: their targets lie in one space, those of a private task do not', () => {
    // One task has four outputs, more than there are features: three of them span the fourth.
    const suite = drawRelated(change({ inputs: 'common', testSamples: 50 }), 4);
    const many = cleanOf(taskOf(suite, 1).test);
    const columns = [0, 1, 2, 3].map((output) => Array.from({ length: 50 }, (_, row) => many[4 * row + output] ?? NaN));
    const main = [...cleanOf(taskOf(suite, 0).test)];
    const alien = [...cleanOf(taskOf(suite, 2).test)];
    const [a = [], b = [], c = [], fourth = []] = columns;
    expect(leftOver(fourth, [a, b, c])).toBeLessThan(1e-5);
    expect(leftOver(main, [a, b, c])).toBeLessThan(1e-5);
    expect(leftOver(alien, [a, b, c])).toBeGreaterThan(0.1);
  });

  it('changes only what a setting is about', () => {
    const base = drawRelated(SOURCE, 4);
    const loud = drawRelated(change({ noise: 2 }), 4);
    expect(taskOf(loud, 1).train.clean).toEqual(taskOf(base, 1).train.clean);
    const [louder, plain] = [noiseOf(change({ noise: 2 }), 1), noiseOf(SOURCE, 1)];
    louder.forEach((value, i) => expect(value).toBeCloseTo(10 * (plain[i] ?? NaN), 4));
    const other = drawRelated(change({ relation: ['shared', 'private', 'private'] }), 4);
    expect([taskOf(other, 0), taskOf(other, 2)]).toEqual([taskOf(base, 0), taskOf(base, 2)]);
    expect(taskOf(other, 1).train.inputs).toEqual(taskOf(base, 1).train.inputs);
    expect(taskOf(other, 1).train.clean).not.toEqual(taskOf(base, 1).train.clean);
    const more = drawRelated(change({ tasks: SOURCE.tasks.map((task) => ({ ...task, samples: 90 })) }), 4);
    expect(taskOf(more, 0).train.targets.subarray(0, 20)).toEqual(taskOf(base, 0).train.targets);
    expect(taskOf(more, 0).test).toEqual(taskOf(base, 0).test);
  });

  it('holds common inputs as one object where tasks have equally many rows, and shows fewer rows as the first', () => {
    const { tasks } = drawRelated(change({ inputs: 'common' }), 4);
    expect(new Set(tasks.map((task) => task.test.inputs)).size).toBe(1);
    expect(tasks[1]?.train.inputs).toBe(tasks[2]?.train.inputs);
    expect(tasks[1]?.train.inputs.subarray(0, 20 * 6)).toEqual(tasks[0]?.train.inputs);
    expect(new Set(drawRelated(SOURCE, 4).tasks.map((task) => task.test.inputs)).size).toBe(3);
  });
});

/** Part of the length of `vector` that no combination of the others explains (Gram and Schmidt). */
function leftOver(vector: readonly number[], others: readonly (readonly number[])[]): number {
  const remove = (from: readonly number[], basis: readonly (readonly number[])[]): readonly number[] =>
    basis.reduce((rest, direction) => {
      const along = meanProduct(rest, direction) / meanProduct(direction, direction);
      return rest.map((value, i) => value - along * (direction[i] ?? 0));
    }, from);
  const basis = others.reduce<readonly (readonly number[])[]>((made, next) => [...made, remove(next, made)], []);
  const rest = remove(vector, basis);
  return Math.sqrt(meanProduct(rest, rest) / meanProduct(vector, vector));
}
