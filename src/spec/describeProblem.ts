/** From a problem to a sentence, in whatever language the translator speaks. */
import { showFound } from './showFound';
import type { SpecProblem } from './specProblem';

/** Looks a key such as `errors:problem.missing` up (namespace, then path) and fills its `{{placeholders}}`; i18next's `t` is one. */
export type Translate = (key: string, params: Readonly<Record<string, string>>) => string;

/** One sentence: the place, what was found, what is allowed. Plain text, not markup. */
export function describeProblem(problem: SpecProblem, t: Translate): string {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(problem.params)) {
    params[name] = typeof value === 'number' ? showNumber(value) : value;
  }
  params['place'] = problem.path.length === 0 ? t('errors:place.whole', {}) : showPath(problem.path);
  if (problem.params['expect'] !== undefined) {
    params['expected'] ??= t(`errors:expected.${problem.params['expect']}`, params);
  }
  return t(`errors:problem.${problem.code}`, params);
}

/** `experiment.schemes[2].lambda`: how one would write it in a program; list positions count from 0. */
export function showPath(path: SpecProblem['path']): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      const name = /^[\w$-]+$/.test(key) ? key : showFound(key);
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}

/** 20,000,000 and 1e-8: readable, and the same in both languages. */
export function showNumber(value: number): string {
  if (!Number.isInteger(value) || Math.abs(value) >= 1e15) return String(value);
  return String(value).replaceAll(/(\d)(?=(?:\d{3})+$)/g, '$1,');
}
