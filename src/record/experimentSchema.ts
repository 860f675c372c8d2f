/** The resolved experiment inside a recording. Shape only: its limits were checked when it was resolved and run. */
import * as z from 'zod/mini';
import { PROBES, type ExperimentSpec } from '../spec/experiment';
import { armSchema } from './armSchema';
import { taskSourceSchema } from './taskSourceSchema';

const positiveInteger = z.int().check(z.positive());
const count = z.int().check(z.nonnegative());
const layer = z.strictObject({ units: positiveInteger, activation: z.enum(['relu', 'tanh', 'linear']) });

const optimizer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sgd') }),
  z.strictObject({ kind: z.literal('momentum'), momentum: z.number() }),
  z.strictObject({ kind: z.literal('adam'), beta1: z.number(), beta2: z.number(), epsilon: z.number() }),
]);

const schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant') }),
  z.strictObject({ kind: z.literal('step'), every: positiveInteger, factor: z.number() }),
  z.strictObject({ kind: z.literal('cosine'), floor: z.number() }),
  z.strictObject({ kind: z.literal('exponential'), every: positiveInteger, factor: z.number() }),
  z.strictObject({ kind: z.literal('warmup'), steps: positiveInteger }),
]);

const point = z.strictObject({
  value: z.nullable(z.number()),
  tasks: taskSourceSchema,
  width: z.nullable(positiveInteger),
  fold: z.nullable(z.strictObject({ index: count, of: positiveInteger })),
});

export const experimentSchema: z.ZodMiniType<ExperimentSpec> = z.strictObject({
  version: z.literal(1),
  points: z.array(point).check(z.minLength(1)),
  arms: z.array(armSchema).check(z.minLength(1)),
  seeds: z.array(count).check(z.minLength(1)),
  model: z.strictObject({ trunk: z.array(layer), head: z.array(layer), headStart: z.enum(['own', 'equal']) }),
  training: z.strictObject({ steps: count, batch: z.nullable(positiveInteger), optimizer, schedule }),
  evaluation: z.strictObject({ every: positiveInteger, gradients: z.boolean(), probes: z.array(z.enum(PROBES)) }),
});
