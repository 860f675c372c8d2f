/**
 * The border between "anything" and "plain data of bounded size". Gives back a fresh copy made of nothing but own,
 * enumerable data: no getters, no classes, no inherited keys, no cycles, no NaN. Later code may then trust what it holds.
 */
import { isForbiddenKey } from './forbiddenKeys';
import { LIMITS } from './limits';
import { showFound } from './showFound';
import type { SpecProblem } from './specProblem';

export type Inspection =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: readonly SpecProblem[] };

type Path = readonly (string | number)[];

/** More would tell a reader nothing. */
const ENOUGH = 20;

/** Never throws for plain data; may throw what a hostile proxy throws. Work is bounded by `LIMITS.values`. */
export function inspectValue(root: unknown): Inspection {
  const problems: SpecProblem[] = [];
  let values = 0;

  /** What stands in the copy for a value that was refused; nobody gets to see that copy. */
  const refuse = (path: Path, code: SpecProblem['code'], params: SpecProblem['params']): null => {
    if (problems.length < ENOUGH) problems.push({ path, code, params });
    return null;
  };

  const copy = (value: unknown, path: Path, depth: number): unknown => {
    values += 1;
    if (values > LIMITS.values.max) return undefined;
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'number') {
      return Number.isFinite(value) ? value : refuse(path, 'not-finite', { found: String(value) });
    }
    if (typeof value === 'string') {
      const { min, max } = LIMITS.stringLength;
      return value.length <= max
        ? value
        : refuse(path, 'text-length', { found: value.length, expect: 'text', min, max });
    }
    if (typeof value !== 'object') return refuse(path, 'not-plain', { found: typeof value });
    if (depth >= LIMITS.depth.max) return refuse(path, 'too-deep', { max: LIMITS.depth.max });
    return Array.isArray(value) ? copyList(value, path, depth) : copyObject(value, path, depth);
  };

  const copyList = (source: readonly unknown[], path: Path, depth: number): unknown => {
    const { min, max } = LIMITS.listLength;
    if (source.length > max) {
      return refuse(path, 'list-length', { found: source.length, expect: 'list', min, max });
    }
    return Array.from(source, (value, index) => copy(value, [...path, index], depth + 1));
  };

  const copyObject = (source: object, path: Path, depth: number): unknown => {
    const prototype: unknown = Object.getPrototypeOf(source);
    // A plain object of another window has another Object.prototype, whose own prototype is null all the same.
    const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!plain) return refuse(path, 'not-plain', { found: showFound(source) });
    const keys = Reflect.ownKeys(source);
    if (keys.length > LIMITS.values.max) {
      values = Infinity;
      return undefined;
    }
    const target: Record<string, unknown> = {};
    for (const key of keys) {
      if (typeof key === 'symbol') return refuse(path, 'not-plain', { found: 'symbol' });
      const place = [...path, showKey(key)];
      const property = Object.getOwnPropertyDescriptor(source, key);
      if (isForbiddenKey(key)) refuse(place, 'forbidden-key', { key });
      else if (property === undefined || !('value' in property)) refuse(place, 'not-plain', { found: 'function' });
      else target[key] = copy(property.value, place, depth + 1);
      if (values > LIMITS.values.max) break;
    }
    return target;
  };

  const value = copy(root, [], 0);
  if (values > LIMITS.values.max) {
    return { ok: false, problems: [{ path: [], code: 'too-many-values', params: { max: LIMITS.values.max } }] };
  }
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
}

function showKey(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40)}…` : key;
}
