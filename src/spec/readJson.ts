/**
 * A strict JSON reader (RFC 8259) for text from strangers. `JSON.parse` would do but for four things: it keeps the last
 * of two equal keys in silence, says where an error is in an engine's own words or not at all, turns 1e999 into
 * Infinity, and sets no bound to depth or number of values.
 */
import { isForbiddenKey } from './forbiddenKeys';
import { LIMITS } from './limits';
import type { SpecProblem } from './specProblem';

export type JsonReading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: SpecProblem };

/** Reads one JSON text; stops at the first fault. Linear in the length of the text. */
export function readJson(text: string): JsonReading {
  const reader = new JsonReader(text);
  try {
    return { ok: true, value: reader.readAll() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Fault extends Error {
  constructor(readonly problem: SpecProblem) {
    super(problem.code);
  }
}

const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const ESCAPES = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Tab, line feed, carriage return, space. */
const SPACES: ReadonlySet<number> = new Set([9, 10, 13, 32]);

class JsonReader {
  #at = 0;
  #values = 0;
  readonly #path: (string | number)[] = [];

  constructor(readonly text: string) {
    // Some Windows editors begin a file with a byte order mark.
    if (text.startsWith('\uFEFF')) this.#at = 1;
  }

  readAll(): unknown {
    const value = this.#value(0);
    this.#skipSpace();
    if (this.#at < this.text.length) this.#unexpected();
    return value;
  }

  #value(depth: number): unknown {
    this.#values += 1;
    if (this.#values > LIMITS.values.max) this.#failAsWhole('too-many-values', { max: LIMITS.values.max });
    this.#skipSpace();
    const start = this.text[this.#at];
    if (start === '{' || start === '[') {
      if (depth >= LIMITS.depth.max) this.#fail('too-deep', { max: LIMITS.depth.max });
      this.#at += 1;
      return start === '{' ? this.#object(depth + 1) : this.#array(depth + 1);
    }
    if (start === '"') return this.#string();
    if (start === '-' || (start !== undefined && start >= '0' && start <= '9')) return this.#number();
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#unexpected();
  }

  #object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    if (this.#take('}')) return object;
    do {
      this.#skipSpace();
      const keyAt = this.#at;
      if (this.text[keyAt] !== '"') this.#unexpected();
      const key = this.#string();
      this.#path.push(key);
      if (isForbiddenKey(key)) this.#fail('forbidden-key', { key });
      if (Object.hasOwn(object, key)) this.#fail('json-duplicate-key', { key, ...this.#position(keyAt) });
      this.#expect(':');
      object[key] = this.#value(depth);
      this.#path.pop();
    } while (this.#take(','));
    this.#expect('}');
    return object;
  }

  #array(depth: number): unknown[] {
    const array: unknown[] = [];
    if (this.#take(']')) return array;
    do {
      this.#path.push(array.length);
      array.push(this.#value(depth));
      this.#path.pop();
    } while (this.#take(','));
    this.#expect(']');
    return array;
  }

  #string(): string {
    this.#at += 1;
    let value = '';
    let from = this.#at;
    for (;;) {
      const character = this.text[this.#at];
      if (character === undefined || character < ' ') return this.#unexpected();
      if (character === '"') {
        value += this.text.slice(from, this.#at);
        this.#at += 1;
        return value;
      }
      this.#at += 1;
      if (character === '\\') {
        value += this.text.slice(from, this.#at - 1) + this.#escape();
        from = this.#at;
      }
    }
  }

  #escape(): string {
    const letter = this.text[this.#at] ?? '';
    const plain = ESCAPES.get(letter);
    if (plain !== undefined) {
      this.#at += 1;
      return plain;
    }
    const digits = this.text.slice(this.#at + 1, this.#at + 5);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits)) this.#unexpected();
    this.#at += 5;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #number(): number {
    const pattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
    pattern.lastIndex = this.#at;
    const digits = pattern.exec(this.text)?.[0];
    if (digits === undefined) return this.#unexpected();
    const value = Number(digits);
    if (!Number.isFinite(value)) this.#fail('not-finite', { found: shorten(digits) });
    this.#at += digits.length;
    return value;
  }

  #skipSpace(): void {
    while (SPACES.has(this.text.charCodeAt(this.#at))) this.#at += 1;
  }

  #take(character: string): boolean {
    this.#skipSpace();
    if (this.text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) this.#unexpected();
  }

  #unexpected(): never {
    const found = this.text.slice(this.#at, this.#at + 1);
    const place = this.#position(this.#at);
    if (found === '') return this.#fail('json-end', place);
    return this.#fail('json-syntax', { ...place, found: JSON.stringify(found) });
  }

  /** Line and column, both from 1, as editors count. */
  #position(at: number): { readonly line: number; readonly column: number } {
    const before = this.text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  #failAsWhole(code: SpecProblem['code'], params: SpecProblem['params']): never {
    throw new Fault({ path: [], code, params });
  }

  #fail(code: SpecProblem['code'], params: SpecProblem['params']): never {
    throw new Fault({ path: [...this.#path], code, params });
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
