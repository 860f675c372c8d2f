/** The resolved experiment inside a recording. Shape only: its limits were checked when it was resolved and run. */
import * as z from 'zod/mini';
import type { ExperimentSpec, TaskSource } from '../spec/experiment';

const positiveInteger = z.int().check(z.positive());
const count = z.int().check(z.nonnegative());
const loss = z.enum(['mse', 'softmax', 'sigmoid']);
const layer = z.strictObject({ units: positiveInteger, activation: z.enum(['relu', 'tanh', 'linear']) });
const matrix = z.array(z.array(z.number()));

const scheme = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alone') }),
  z.strictObject({ kind: z.literal('hard'), sharedLayers: count }),
  z.strictObject({
    kind: z.literal('soft'),
    lambda: z.number().check(z.nonnegative()),
    penalty: z.enum(['pairwise', 'mean']),
    on: z.enum(['trunk', 'all']),
    coupling: z.enum(['gradient', 'proximal']),
  }),
]);

const arm = z.strictObject({
  id: z.string(),
  scheme,
  learningRate: z.number().check(z.positive()),
  taskWeights: z.array(z.number().check(z.nonnegative())),
});

const optimizer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sgd') }),
  z.strictObject({ kind: z.literal('momentum'), momentum: z.number() }),
  z.strictObject({ kind: z.literal('adam'), beta1: z.number(), beta2: z.number(), epsilon: z.number() }),
]);

const schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant') }),
  z.strictObject({ kind: z.literal('step'), every: positiveInteger, factor: z.number() }),
  z.strictObject({ kind: z.literal('cosine'), floor: z.number() }),
]);

const tableTask = z.strictObject({
  name: z.string(),
  loss,
  inputs: z.nullable(matrix),
  targets: matrix,
  classes: z.nullable(count),
});

const tasks: z.ZodMiniType<TaskSource> = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('penguins'),
    tasks: z.array(z.enum(['species', 'sex', 'mass'])),
    labelled: z.array(z.nullable(count)),
  }),
  z.strictObject({
    source: z.literal('table'),
    inputs: z.nullable(matrix),
    tasks: z.array(tableTask),
    split: z.nullable(z.strictObject({ train: z.array(count), validation: z.array(count), test: z.array(count) })),
  }),
  z.strictObject({
    source: z.literal('angle'),
    teacher: z.enum(['linear', 'relu']),
    dimension: count,
    features: count,
    angle: z.number(),
    samples: z.tuple([count, count]),
    noise: z.number(),
    validationSamples: count,
    testSamples: count,
  }),
]);

export const experimentSchema: z.ZodMiniType<ExperimentSpec> = z.strictObject({
  version: z.literal(1),
  points: z.array(z.strictObject({ value: z.nullable(z.number()), tasks })).check(z.minLength(1)),
  arms: z.array(arm).check(z.minLength(1)),
  seeds: z.array(count).check(z.minLength(1)),
  model: z.strictObject({ trunk: z.array(layer), head: z.array(layer), headStart: z.enum(['own', 'equal']) }),
  training: z.strictObject({ steps: count, batch: z.nullable(positiveInteger), optimizer, schedule }),
  evaluation: z.strictObject({ every: positiveInteger, gradients: z.boolean() }),
});
