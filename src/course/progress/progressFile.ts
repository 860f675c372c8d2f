import * as z from 'zod/mini';
import { attemptSchema, type Attempt } from './attempt';

/** The attempt log as it is kept and exported. Raise `VERSION` when older code could not read it any more. */
const FORMAT = 'sharelab-progress';
const VERSION = 1;

/** An exported log of a whole course is far below this; more is not a log of ours. */
const MAX_CHARACTERS = 2_000_000;
export const MAX_ATTEMPTS = 5_000;

const envelopeSchema = z.object({ format: z.literal(FORMAT), version: z.int().check(z.gte(1)) });

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  attempts: z.array(attemptSchema).check(z.maxLength(MAX_ATTEMPTS)),
});

export type ReadProgress =
  | { readonly ok: true; readonly attempts: readonly Attempt[] }
  | {
      readonly ok: false;
      readonly reason: 'too-long' | 'not-json' | 'not-a-log' | 'newer' | 'invalid';
      /** Where in the file the first fault is (`attempts.3.outcome`), or empty. */
      readonly place: string;
    };

/** Reads text written by {@link writeProgress}. Refuses, never repairs. */
export function readProgress(text: string): ReadProgress {
  if (text.length > MAX_CHARACTERS) return { ok: false, reason: 'too-long', place: '' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not-json', place: '' };
  }
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return { ok: false, reason: 'not-a-log', place: '' };
  if (envelope.data.version > VERSION) return { ok: false, reason: 'newer', place: 'version' };
  const file = fileSchema.safeParse(value);
  if (file.success) return { ok: true, attempts: file.data.attempts };
  return { ok: false, reason: 'invalid', place: file.error.issues[0]?.path.join('.') ?? '' };
}

export function writeProgress(attempts: readonly Attempt[]): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, attempts });
}
