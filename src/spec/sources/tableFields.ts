/** A table as a preset writes it. */
import * as z from 'zod/mini';
import { choice, exactly, list, number, record, text } from '../fields';
import type { Written } from './description';

const matrix = (about: string) =>
  list(list(number('tableValue', 'A value.'), 'tableColumns', 'One row.'), 'tableRows', about);

const taskFields = record(
  {
    name: text('name', 'Shown as it is.'),
    loss: z.exactOptional(
      choice(['mse', 'softmax', 'sigmoid'], 'Squared error (default), classes, or yes / no answers.'),
    ),
    inputs: z.exactOptional(matrix('Inputs of this task alone, row by row. Default: the common inputs.')),
    targets: matrix('Row by row: numbers (mse), 0 or 1 (sigmoid), or one class index from 0 (softmax).'),
    classes: z.exactOptional(number('classes', 'Number of classes (softmax). Default: the largest index + 1.')),
  },
  'One task of the table.',
);

const splitRows = (about: string) => list(number('tableRow', 'Row number, from 0.'), 'tableRows', about);

export const tableFields = record(
  {
    source: exactly('table'),
    inputs: z.exactOptional(matrix('Inputs common to all tasks, row by row.')),
    tasks: list(taskFields, 'tasks', 'The tasks.'),
    split: z.exactOptional(
      record(
        {
          train: splitRows('Rows that are learnt from.'),
          validation: splitRows('Rows that choices are made on.'),
          test: splitRows('Rows that results are reported on.'),
        },
        'A fixed split by row number. Default: every row is in all three parts.',
      ),
    ),
  },
  'A small table in the preset itself, at most 2,000 numbers.',
);

export type WrittenTable = Written<typeof tableFields>;
