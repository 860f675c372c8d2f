/** From the schema library's issues to the lab's own problems. Every kind of issue has a place here. */
import type * as z from 'zod/mini';
import { carried, type Expectation } from './expectation';
import { showFound } from './showFound';
import { expectationParams, type ProblemCode, type SpecProblem } from './specProblem';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** More would tell a reader nothing, and a table may hold two thousand. */
const ENOUGH = 20;

/**
 * @param issues what the schema found
 * @param data the whole value that was checked; the values quoted are looked up in it
 * @param root where that value stands in the preset
 */
export function zodProblems(issues: readonly Issue[], data: unknown, root: Path = []): SpecProblem[] {
  const problems: SpecProblem[] = [];
  const seen = new Set<string>();
  for (const issue of issues) {
    for (const problem of problemsOf(issue, data, [])) {
      if (problems.length >= ENOUGH) return problems;
      // One fault can break several rules of a place; the first says it best.
      const key = JSON.stringify(problem.path);
      if (!seen.has(key)) problems.push({ ...problem, path: [...root, ...problem.path] });
      seen.add(key);
    }
  }
  return problems;
}

function problemsOf(issue: Issue, data: unknown, base: Path): readonly SpecProblem[] {
  const path = [...base, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const value = valueAt(data, path);
  const expected = carried(issue.message);
  const refuse = (code: ProblemCode, found: string | number = showFound(value)): readonly SpecProblem[] => [
    { path, code: value === undefined ? 'missing' : code, params: { ...expectationParams(expected), found } },
  ];
  switch (issue.code) {
    case 'invalid_type':
      return refuse(typeof value === 'number' && isWhole(expected) ? 'not-integer' : 'wrong-type');
    case 'too_big':
    case 'too_small':
      if (typeof value === 'string') return refuse('text-length', value.length);
      if (Array.isArray(value)) return refuse('list-length', value.length);
      return refuse('out-of-range');
    case 'invalid_value':
      return refuse('not-one-of');
    case 'invalid_format':
      return refuse('bad-format');
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key.slice(0, 40)],
        code: 'unknown-key',
        params: { ...expectationParams(expected), found: showFound(key) },
      }));
    case 'invalid_union':
      return unionProblems(issue, path, data) ?? refuse(typeof value === 'object' ? 'wrong-type' : 'not-one-of');
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return refuse('not-allowed');
  }
}

/**
 * A value that fits none of several forms, but has the type of one of them, is a faulty value of that form: a list of
 * two rows with a fault in the second is better refused for the second than for not being a number.
 */
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, path: Path, data: unknown): SpecProblem[] | null {
  const nearest = issue.errors.find((branch) =>
    branch.every((inner) => inner.path.length > 0 || (inner.code !== 'invalid_type' && inner.code !== 'invalid_value')),
  );
  return nearest?.flatMap((inner) => problemsOf(inner, data, path)) ?? null;
}

function isWhole(expected: Expectation): boolean {
  return expected.expect.startsWith('integer');
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
