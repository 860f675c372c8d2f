import * as z from 'zod/mini';
import { SLIDES } from '../../spec/preset';

/**
 * One thing a student did with an exercise: what was predicted, checked, answered or found, and what came of it.
 * `skipped` is an outcome of its own: looking without predicting is allowed, and remembered.
 */
const curveSchema = z.array(z.nullable(z.number())).check(z.maxLength(64));

const shapeSchema = z.enum(['rises', 'hump', 'falls', 'flat']);

const detailSchema = z.discriminatedUnion('kind', [
  /** The drawn gains, one per tick of the axis; `null` where nothing was drawn. */
  z.strictObject({ kind: z.literal('prediction'), curve: curveSchema, shape: z.nullable(shapeSchema) }),
  /** The prediction held against the run: what was drawn, what was measured, on how many seeds. */
  z.strictObject({
    kind: z.literal('observation'),
    drawn: z.nullable(shapeSchema),
    measured: z.string().check(z.maxLength(40)),
    seeds: z.int().check(z.gte(1), z.lte(1000)),
  }),
  z.strictObject({ kind: z.literal('answer'), option: z.string().check(z.maxLength(40)) }),
  z.strictObject({
    kind: z.literal('setting'),
    value: z.number(),
    lambda: z.number().check(z.gte(0)),
    seeds: z.int().check(z.gte(1), z.lte(1000)),
  }),
  z.strictObject({ kind: z.literal('skip') }),
]);

export const attemptSchema = z.strictObject({
  /** Milliseconds since 1970 (the browser's clock). */
  at: z.int().check(z.gte(0)),
  slide: z.enum(SLIDES),
  exercise: z.string().check(z.minLength(1), z.maxLength(60)),
  outcome: z.enum(['recorded', 'right', 'wrong', 'undecided', 'skipped']),
  detail: detailSchema,
});

export type Attempt = z.infer<typeof attemptSchema>;
export type AttemptDetail = Attempt['detail'];
export type AttemptOutcome = Attempt['outcome'];

/** Two logs are merged by this key. */
export function attemptKey(attempt: Attempt): string {
  return `${attempt.at}|${attempt.slide}|${attempt.exercise}|${attempt.detail.kind}`;
}
