/**
 * What a place of a preset accepts, as data. Schemas carry it in place of an English message, so that every refusal
 * can say in any language what would have been allowed.
 */
export type Expectation =
  | { readonly expect: 'number' | 'integer'; readonly min: number; readonly max: number }
  /** A whole number, or `null`. */
  | { readonly expect: 'integerOrNull'; readonly min: number; readonly max: number }
  /** A whole number, or a list of two. */
  | { readonly expect: 'integerOrPair'; readonly min: number; readonly max: number }
  | { readonly expect: 'text' | 'identifier' | 'list'; readonly min: number; readonly max: number }
  /** A list of so many entries. */
  | { readonly expect: 'listOf'; readonly count: number }
  /** This value and no other. */
  | { readonly expect: 'exactly'; readonly allowed: string }
  /** One of the values named, comma separated. */
  | { readonly expect: 'choice'; readonly allowed: string }
  /** An object with (some of) the keys named, comma separated. */
  | { readonly expect: 'object'; readonly allowed: string };

/** A list of `min` to `max` entries. */
export function listExpectation(min: number, max: number): Expectation {
  return min === max ? { expect: 'listOf', count: min } : { expect: 'list', min, max };
}

/** As the message of a schema. */
export function carry(expectation: Expectation): string {
  return JSON.stringify(expectation);
}

const FALLBACK: Expectation = { expect: 'object', allowed: '…' };

/** Back from a schema's message. A message that carries nothing is a schema written without the builders of `fields.ts`. */
export function carried(message: string): Expectation {
  if (!message.startsWith('{')) return FALLBACK;
  const value: unknown = JSON.parse(message);
  return isExpectation(value) ? value : FALLBACK;
}

function isExpectation(value: unknown): value is Expectation {
  return typeof value === 'object' && value !== null && 'expect' in value;
}
