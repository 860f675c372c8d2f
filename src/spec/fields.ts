/**
 * Builders of the preset schema. Each gives a field its limits, an explanation for editors (JSON Schema), and an
 * `Expectation` as its message.
 */
import * as z from 'zod/mini';
import { carry, listExpectation } from './expectation';
import { LIMITS, type LimitName } from './limits';

// No code generation: the page's content security policy forbids `eval`, and even trying would be reported.
z.config({ jitless: true });

type Schema = z.core.SomeType;

function described<S extends z.core.$ZodType>(schema: S, about: string): S {
  z.globalRegistry.add(schema, { description: about });
  return schema;
}

/** A number of the limit's range. */
export function number(limit: LimitName, about: string): z.ZodMiniNumber<number> {
  const { min, max, integer } = LIMITS[limit];
  const error = carry({ expect: integer ? 'integer' : 'number', min, max });
  const base = integer ? z.int({ error }) : z.number({ error });
  return described(base.check(z.gte(min, { error }), z.lte(max, { error })), about);
}

/** A whole number of the limit's range, or `null`. */
export function integerOrNull(limit: LimitName, about: string) {
  const { min, max } = LIMITS[limit];
  return described(
    z.union([z.null(), number(limit, about)], { error: carry({ expect: 'integerOrNull', min, max }) }),
    about,
  );
}

/** One whole number for both tasks, or one for each of the two. */
export function integerOrPair(limit: LimitName, about: string) {
  const { min, max } = LIMITS[limit];
  const pair = z.tuple([number(limit, 'First task.'), number(limit, 'Second task.')], {
    error: carry(listExpectation(2, 2)),
  });
  return described(
    z.union([number(limit, about), pair], { error: carry({ expect: 'integerOrPair', min, max }) }),
    about,
  );
}

/** Text of limited length; shown as plain text, never as markup. */
export function text(limit: LimitName, about: string): z.ZodMiniString {
  const { min, max } = LIMITS[limit];
  const error = carry({ expect: 'text', min, max });
  return described(z.string({ error }).check(z.minLength(min, { error }), z.maxLength(max, { error })), about);
}

/** Lower-case letters, digits, and `.`, `+`, `-` within; no alternatives inside the repetition, so matching is linear. */
const IDENTIFIER = /^[a-z0-9][a-z0-9.+-]*$/;

/** A name for addresses and lookups, e.g. `soft-0.01`. */
export function identifier(about: string): z.ZodMiniString {
  const { min, max } = LIMITS.id;
  const error = carry({ expect: 'identifier', min, max });
  return described(
    z.string({ error }).check(z.minLength(min, { error }), z.maxLength(max, { error }), z.regex(IDENTIFIER, { error })),
    about,
  );
}

/** One of the words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T, about: string) {
  return described(z.enum(words, { error: carry({ expect: 'choice', allowed: words.join(', ') }) }), about);
}

/** Exactly this value. */
export function exactly<const T extends string | number>(value: T) {
  return z.literal(value, { error: carry({ expect: 'exactly', allowed: String(value) }) });
}

export function truth(about: string): z.ZodMiniBoolean {
  return described(z.boolean({ error: carry({ expect: 'choice', allowed: 'true, false' }) }), about);
}

/** A list whose length is a number of the limit's range. */
export function list<T extends Schema>(element: T, limit: LimitName, about: string): z.ZodMiniArray<T> {
  const { min, max } = LIMITS[limit];
  const error = carry(listExpectation(min, max));
  return described(z.array(element, { error }).check(z.minLength(min, { error }), z.maxLength(max, { error })), about);
}

/** An object with these keys and no others. */
export function record<T extends z.core.$ZodLooseShape>(shape: T, about: string) {
  const error = carry({ expect: 'object', allowed: Object.keys(shape).join(', ') });
  return described(z.strictObject(shape, { error }), about);
}

/** For a union told apart by `key`: names the words when the word is wrong, the key when there is no object at all. */
export function discriminatorError(key: string, words: readonly string[]) {
  const wrongWord = carry({ expect: 'choice', allowed: words.join(', ') });
  const noObject = carry({ expect: 'object', allowed: `${key}, …` });
  return (issue: { readonly code?: string }): string => (issue.code === 'invalid_type' ? noObject : wrongWord);
}
