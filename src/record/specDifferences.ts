import type { ExperimentSpec } from '../spec/experiment';

/** One setting that differs; `path` as in code, e.g. "arms[2].scheme.lambda". `undefined` = not there. */
export interface SpecDifference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The settings in which two experiments differ, innermost first differing values, in the order of the keys. */
export function specDifferences(before: ExperimentSpec, after: ExperimentSpec): readonly SpecDifference[] {
  return differencesAt('', before, after);
}

function differencesAt(path: string, before: unknown, after: unknown): readonly SpecDifference[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((value, index) => differencesAt(`${path}[${index}]`, value, after[index]));
  }
  if (isPlainObject(before) && isPlainObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => differencesAt(path === '' ? key : `${path}.${key}`, before[key], after[key]));
  }
  return [{ path, before, after }];
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
