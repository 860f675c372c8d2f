/** The resolved arms inside a recording. Shape only, see `experimentSchema.ts`. */
import * as z from 'zod/mini';
import { balancingField, resolveBalancing } from '../spec/balancingFields';
import { fusionField, resolveFusion } from '../spec/fusion';

const count = z.int().check(z.nonnegative());
const nonnegative = z.number().check(z.nonnegative());
const positive = z.number().check(z.positive());
const extent = z.enum(['trunk', 'all']);

const alone = z.strictObject({ kind: z.literal('alone') });
const hard = z.strictObject({
  kind: z.literal('hard'),
  sharedLayers: count,
  groups: z.nullable(z.array(z.array(count))),
});
const soft = z.strictObject({
  kind: z.literal('soft'),
  lambda: nonnegative,
  penalty: z.enum(['pairwise', 'mean', 'l1', 'trace']),
  on: extent,
  coupling: z.enum(['gradient', 'proximal']),
});

const scheme = z.discriminatedUnion('kind', [
  alone,
  hard,
  soft,
  z.strictObject({
    kind: z.literal('meta'),
    method: z.enum(['reptile', 'fomaml']),
    innerSteps: count,
    outerRate: positive,
    annealOver: count,
  }),
  z.strictObject({ kind: z.literal('cross-stitch'), same: nonnegative, rateFactor: nonnegative }),
  z.strictObject({
    kind: z.literal('sluice'),
    subspaces: z.union([z.literal(1), z.literal(2)]),
    same: nonnegative,
    rateFactor: nonnegative,
    orthogonality: nonnegative,
  }),
  z.strictObject({
    kind: z.literal('shared-private'),
    adversary: nonnegative,
    discriminatorSteps: count,
    discriminatorRate: positive,
    orthogonality: nonnegative,
  }),
  z.strictObject({
    kind: z.literal('experts'),
    gating: z.enum(['common', 'task', 'ple']),
    experts: count,
    ownExperts: count,
    units: count,
    levels: count,
  }),
  z.strictObject({ kind: z.literal('adapters'), rank: count, trunkSteps: count }),
]);

// Resolving what is complete writes out nothing, but says so to the compiler.
const balancing = z.pipe(
  balancingField,
  z.transform((written: z.output<typeof balancingField>) => resolveBalancing(written)),
);
const fusion = z.pipe(
  fusionField,
  z.transform((written: z.output<typeof fusionField>) => resolveFusion(written)),
);

const at = { at: count };
const event = z.discriminatedUnion('do', [
  z.strictObject({ ...at, do: z.literal('weights'), taskWeights: z.array(nonnegative) }),
  z.strictObject({ ...at, do: z.literal('scheme'), scheme: z.discriminatedUnion('kind', [alone, hard, soft]) }),
  z.strictObject({ ...at, do: z.literal('rate'), learningRate: positive }),
  z.strictObject({ ...at, do: z.literal('rows'), task: count, rows: z.nullable(count) }),
  z.strictObject({ ...at, do: z.literal('adopt'), task: count }),
  z.strictObject({ ...at, do: z.literal('fuse'), method: fusion, tasks: z.array(count), on: extent }),
  z.strictObject({ ...at, do: z.literal('anchor'), penalty: z.enum(['l2', 'ewc']), lambda: nonnegative, task: count }),
  z.strictObject({ ...at, do: z.literal('prune'), sparsity: nonnegative, on: extent }),
  z.strictObject({ ...at, do: z.literal('quantise'), bits: count, on: extent }),
]);

export const armSchema = z.strictObject({
  id: z.string(),
  scheme,
  learningRate: positive,
  taskWeights: z.array(nonnegative),
  balancing,
  timeline: z.array(event),
  width: z.nullable(count),
  label: z.nullable(z.strictObject({ 'zh-CN': z.string(), en: z.string() })),
});
