/** Faulty presets of every kind: each refused with its place, what was found and what is allowed, in both languages. */
import { describe, expect, test } from 'vitest';
import { inBothLanguages } from './describe.fixture';
import { showPath } from './describeProblem';
import type { Case } from './malformed/case.fixture';
import { checkCases } from './malformed/checkCases.fixture';
import { fileCases } from './malformed/fileCases.fixture';
import { generatedCases } from './malformed/generatedCases.fixture';
import { headCases } from './malformed/headCases.fixture';
import { networkCases, sizeCases } from './malformed/networkCases.fixture';
import { prototypeCases } from './malformed/prototypeCases.fixture';
import { armCases } from './malformed/armCases.fixture';
import { schemeCases } from './malformed/schemeCases.fixture';
import { sourceCases, sweepCases } from './malformed/sourceCases.fixture';
import { tableCases } from './malformed/tableCases.fixture';
import { trainingCases } from './malformed/trainingCases.fixture';
import { valueCases } from './malformed/valueCases.fixture';
import { parsePreset } from './parsePreset';

const GROUPS: readonly (readonly [string, readonly Case[]])[] = [
  ['the file', fileCases],
  ['prototypes', prototypeCases],
  ['values that no file can hold', valueCases],
  ['the head', headCases],
  ['sources', sourceCases],
  ['generated sources', generatedCases],
  ['sweeps', sweepCases],
  ['tables', tableCases],
  ['schemes', schemeCases],
  ['arms', armCases],
  ['networks, seeds, measuring', networkCases],
  ['training', trainingCases],
  ['sizes', sizeCases],
  ['checks', checkCases],
];

/** Milliseconds of this process's own work, the least of three: what other programs do meanwhile is not counted. */
function milliseconds(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

test('there are at least 200 faulty presets', () => {
  expect(GROUPS.flatMap(([, cases]) => cases).length).toBeGreaterThanOrEqual(200);
});

describe.each(GROUPS)('%s', (_, cases) => {
  test.each(cases.map((faulty) => ({ name: faulty[0], faulty })))('$name', ({ faulty }) => {
    const [name, input, code, place, ...parts] = faulty;
    const parsing = parsePreset(input);
    if (parsing.ok) throw new Error(`${name} was accepted`);
    const problem = parsing.problems.find((candidate) => candidate.code === code);
    if (problem === undefined) throw new Error(`refused for other reasons: ${JSON.stringify(parsing.problems)}`);
    // Within brackets at the root, the reader's own place is more telling than a path: line and column.
    if (!code.startsWith('json-') && code !== 'too-deep') expect(showPath(problem.path)).toBe(place);

    const [english, chinese] = inBothLanguages(problem);
    expect(english).not.toBe(chinese);
    for (const message of [english, chinese]) {
      expect(message).not.toMatch(/\{\{|undefined\b(?! |；|;)|\[object/);
      expect(message).toContain(place);
      for (const part of parts) expect(message).toContain(part);
      expect(message.length).toBeLessThan(600);
    }
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(parsing.problems.length).toBeLessThanOrEqual(20);
    expect(milliseconds(() => parsePreset(input))).toBeLessThan(50);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
