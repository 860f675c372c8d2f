import { describe, expect, it } from 'vitest';
import { resolveTasks } from '../spec/resolveTasks';
import { DOMAIN_WORDS, type DomainsSource } from '../spec/sources/domains';
import { tasksField } from '../spec/taskFields';
import { checkTasks } from '../spec/checks/checkTasks';
import { drawDomains } from './domains';
import type { TaskSplit } from './taskSuite';

function sourceOf(written: object): DomainsSource {
  const source = resolveTasks({ source: 'domains', ...written });
  if (source.source !== 'domains') throw new Error('domains expected');
  return source;
}
const WIDTH = 60;
const SOURCE = sourceOf({ testSamples: 4_000 });
const tests = drawDomains(SOURCE, 9).tasks.map((task) => task.test);

/** How often a word is used in positive less in negative reviews, per column, over all words of the column. */
function leans(split: TaskSplit): readonly number[] {
  return Array.from({ length: WIDTH }, (_, word) => {
    let [used, signed] = [0, 0];
    split.targets.forEach((label, row) => {
      const count = split.inputs[row * WIDTH + word] ?? 0;
      used += count;
      signed += label === 1 ? count : -count;
    });
    return used === 0 ? 0 : signed / used;
  });
}
const columns = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
const COMMON = columns(0, DOMAIN_WORDS.common);
const AMBIGUOUS = columns(DOMAIN_WORDS.common, DOMAIN_WORDS.ambiguous);
const topicalOf = (domain: number) => columns(36 + domain * DOMAIN_WORDS.topicalEach, DOMAIN_WORDS.topicalEach);
const share = (split: TaskSplit, words: readonly number[]) =>
  words.reduce((sum, word) => {
    for (let row = 0; row < split.rows; row++) sum += split.inputs[row * WIDTH + word] ?? 0;
    return sum;
  }, 0) /
  (split.rows * SOURCE.tokens);

describe('domains source', () => {
  const leaning = tests.map(leans);

  it('counts twelve words per review, positive in half of them', () => {
    for (const { inputs, targets, rows } of tests) {
      for (let row = 0; row < rows; row++) {
        const count = inputs.subarray(row * WIDTH, (row + 1) * WIDTH).reduce((sum, value) => sum + value, 0);
        expect(count).toBe(12);
      }
      const positive = targets.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(positive - rows / 2)).toBeLessThan(4 * Math.sqrt(rows / 4));
    }
  });

  it('uses each kind of word as often as its share says', () => {
    tests.forEach((split, domain) => {
      expect(share(split, COMMON)).toBeCloseTo(0.1, 1.7);
      expect(share(split, AMBIGUOUS)).toBeCloseTo(0.3, 1.7);
      // Its own words, and a third of those of any domain.
      expect(share(split, topicalOf(domain))).toBeCloseTo(0.35 + 0.25 / 3, 1.7);
      expect(share(split, topicalOf((domain + 1) % 3))).toBeCloseTo(0.25 / 3, 1.7);
    });
  });

  it('leans by 2 lean - 1: common words alike, ambiguous ones against the others in exactly one domain', () => {
    for (const word of [...COMMON, ...AMBIGUOUS]) {
      for (const domain of leaning) expect(Math.abs(Math.abs(domain[word] ?? 0) - 0.5)).toBeLessThan(0.13);
    }
    const signs = (word: number) => leaning.map((domain) => Math.sign(domain[word] ?? 0));
    const sum = (word: number) => Math.abs(signs(word).reduce((total, sign) => total + sign, 0));
    expect(COMMON.map(sum)).toEqual(COMMON.map(() => 3));
    expect(AMBIGUOUS.map(sum)).toEqual(AMBIGUOUS.map(() => 1));
    const patterns = AMBIGUOUS.map((word) => signs(word).join());
    expect(new Set(patterns).size).toBe(6);
    for (const pattern of patterns) expect(patterns.filter((other) => other === pattern)).toHaveLength(4);
    for (const word of topicalOf(1)) expect(Math.abs(leaning[0]?.[word] ?? 1)).toBeLessThan(0.15);
  });

  it('lets a linear reader find the domain: the most topical words name it', () => {
    const right = tests.map((split, domain) => {
      let count = 0;
      for (let row = 0; row < split.rows; row++) {
        const scores = [0, 1, 2].map((other) =>
          topicalOf(other).reduce((sum, word) => sum + (split.inputs[row * WIDTH + word] ?? 0), 0),
        );
        if (scores.indexOf(Math.max(...scores)) === domain) count++;
      }
      return count / split.rows;
    });
    for (const accuracy of right) expect(accuracy).toBeGreaterThan(0.8);
  });

  it('keeps the labels, and the words both have, when the reviews grow longer', () => {
    const longer = drawDomains({ ...SOURCE, tokens: 20, testSamples: 50 }, 9).tasks[1]?.test;
    expect(longer?.targets).toEqual(tests[1]?.targets.subarray(0, 50));
    longer?.inputs.forEach((count, i) => expect(count).toBeGreaterThanOrEqual(tests[1]?.inputs[i] ?? NaN));
  });

  it('refuses shares that are more than everything, and only those', () => {
    const problems = (written: object) =>
      checkTasks({ tasks: tasksField.parse({ source: 'domains', ...written }) }).map(({ path }) => path.join('.'));
    expect(problems({ topicalShare: 0.61 })).toEqual(['experiment.tasks.topicalShare']);
    expect(problems({ commonShare: 0.6, ambiguousShare: 0.6, topicalShare: 0 })).toHaveLength(1);
    expect(problems({ commonShare: 0.1, ambiguousShare: 0.2, topicalShare: 0.7 })).toEqual([]);
  });
});
