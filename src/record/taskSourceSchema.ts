/** The source of the tasks inside a recording, with every setting written out. */
import * as z from 'zod/mini';
import { resolveTasks } from '../spec/resolveTasks';
import { tasksField } from '../spec/taskFields';
import type { TableSource, TaskSource } from '../spec/taskSource';

const count = z.int().check(z.nonnegative());
const matrix = z.array(z.array(z.number()));

/** A complete table says `null` where a written one leaves out, so it has a form of its own. */
const table: z.ZodMiniType<TableSource> = z.strictObject({
  source: z.literal('table'),
  inputs: z.nullable(matrix),
  tasks: z.array(
    z.strictObject({
      name: z.string(),
      loss: z.enum(['mse', 'softmax', 'sigmoid']),
      inputs: z.nullable(matrix),
      targets: matrix,
      classes: z.nullable(count),
    }),
  ),
  split: z.nullable(z.strictObject({ train: z.array(count), validation: z.array(count), test: z.array(count) })),
});

/** Any other complete source is also a written one, and resolves to itself. */
export const taskSourceSchema: z.ZodMiniType<TaskSource> = z.union([
  table,
  z.pipe(
    tasksField,
    z.transform((source: z.output<typeof tasksField>) => resolveTasks(source)),
  ),
]);
